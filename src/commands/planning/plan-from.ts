import type { Repository } from '../../git/repository/open-repository.ts'
import { noAgentText } from '../../model/agents/known-agents.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { addUsage, type Usage } from '../../model/usage.ts'
import { type Area, toAreas } from '../../plan/areas/areas.ts'
import { findProposalProblems } from '../../plan/proposal/check-proposal.ts'
import type { Proposal } from '../../plan/proposal/proposal.ts'
import { type PlanSettings, toProposedPlan, toProposedText } from '../../plan/proposal/proposed-plan.ts'
import { type CheckedPlan, readPlan } from '../../plan/schema/read-plan.ts'
import { PlanError } from '../../plan/yaml/problem.ts'
import { toYamlText } from '../../plan/yaml/write-yaml.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { alwaysProtected } from '../../tasks/gates/sensitive-files.ts'
import { readPromptBeside } from '../load-plan.ts'
import { readSurvey } from '../survey/read-survey.ts'
import { findTarget } from '../target/find-target.ts'
import { askPlanner } from './ask-planner.ts'
import { askScouts } from './ask-scouts.ts'
import { withPlanningSession } from './planning-session.ts'
import { type PlanningSettings, readPlanningSettings } from './read-settings.ts'
import { choosePlanPath, writeNewFile } from './write-plan.ts'

export interface PlanFromRequest {
  /** The request, in the user's words. */
  readonly request: string
  /** The folder of the call. */
  readonly folder: string
  /** The plan that provides the settings; undefined: the existing plan, or a starter plan. */
  readonly settings: string | undefined
  /** The agent that scouts and plans; undefined: the default one. */
  readonly agent: string | undefined
  /** Maximum number of scouts; 0: the planner explores by itself. */
  readonly scouts: number
  /** The file to write; undefined: one with a free name. */
  readonly to: string | undefined
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

export interface WrittenPlan {
  readonly path: string
  readonly checked: CheckedPlan
  readonly usage: Usage | undefined
}

/**
 * Has a plan written by agents: scouts explore the areas of the repository, a planner writes, and the result is checked like any
 * untrusted plan.
 */
export async function planFrom(repository: Repository, request: PlanFromRequest): Promise<WrittenPlan> {
  const known = await readPlanningSettings(repository, request.folder, request.settings)
  const agent = request.agent ?? known.settings.agent
  if (typeof agent !== 'string')
    throw new RefusedError(`${noAgentText}: install one, or name an agent with --agent`)
  const target = await findTarget(repository, { target: known.settings.target } as Plan)
  const survey = await readSurvey(repository, target.commit)
  const areas = request.scouts === 0 ? [] : toAreas(survey.paths, survey.imports, request.scouts)
  const rules = { ...known, agents: [...new Set([agent, ...known.agents])], paths: survey.paths }
  const settings = { ...known.settings, agent: known.settings.agent ?? agent }
  const read = (proposal: Proposal) => readProposal(repository, { ...known, settings }, proposal)
  const reserved = [...alwaysProtected, ...toProtected(settings)]
  const check = (proposal: Proposal) => [
    ...findProposalProblems(proposal, { ...rules, reserved }),
    ...findPlanProblems(() => read(proposal)),
  ]
  const text = toSessionText(settings, agent, areas, request.request)
  const { signal, emit } = request
  const { proposal, usage } = await withPlanningSession({ repository, text, signal, emit }, async context => {
    const found = await askScouts(context, { request: request.request, areas, survey })
    const facts = { request: request.request, findings: found.text, survey }
    const answer = await askPlanner(context, { ...rules, ...facts, check })
    return { ...answer, usage: addUsage(found.usage, answer.usage) }
  })
  const checked = read(proposal)
  const place = { folder: known.folder, hasPlan: known.from !== undefined, to: request.to }
  const path = choosePlanPath(place, checked.plan.name)
  const notes = toNotes(request.request, known.from)
  await writeNewFile(path, toProposedText(toProposedPlan(settings, proposal), known.schema, notes))
  return { path, checked, usage }
}

/** A plan with one task for each scout, and a last one for the planner. */
function toSessionText(
  { integration: _, name: __, ...settings }: PlanSettings,
  agent: string,
  areas: readonly Area[],
  request: string,
): string {
  const prompt = 'Asked by "parallel-agents plan --from".'
  const scouts = areas.map(({ folders }, index) => [
    `scout-${index + 1}`,
    { title: `Scout ${folders.join(', ')}`.slice(0, 200), prompt },
  ])
  const tasks = Object.fromEntries([...scouts, ['planner', { title: 'Write the plan', prompt: request }]])
  return toYamlText({ ...settings, name: 'Planning', agent, overlap: 'warn', tasks })
}

function readProposal(
  { root }: Repository,
  { settings, folder }: PlanningSettings,
  proposal: Proposal,
): CheckedPlan {
  return readPlan({
    name: 'the plan',
    text: toYamlText(toProposedPlan(settings, proposal)),
    readPrompt: file => readPromptBeside(folder, root, file),
    isFolder: () => false,
  })
}

function findPlanProblems(read: () => CheckedPlan): string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof PlanError) return error.problems.map(({ message }) => message)
    throw error
  }
}

function toProtected({ protected: globs }: PlanSettings): string[] {
  return Array.isArray(globs) ? globs.filter(glob => typeof glob === 'string') : ['.github/**']
}

function toNotes(request: string, from: string | undefined): string[] {
  const line = toPlainLine(request.trim())
  return [
    'Written by agents: review it before you run it.',
    `Asked for: ${line.slice(0, 200)}${line.length > 200 ? ' …' : ''}`,
    ...(from === undefined ? [] : [`Settings from ${toPlainLine(from)}.`]),
  ]
}
