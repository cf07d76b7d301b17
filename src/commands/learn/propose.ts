import { toLearnPrompt } from '../../agents/prompts/learn-prompt.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { noAgentText } from '../../model/agents/known-agents.ts'
import type { Lesson, Lessons } from '../../model/lesson.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Report } from '../../model/report.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { readPlan } from '../../plan/schema/read-plan.ts'
import { escapeParentheses } from '../../plan/scope/globs.ts'
import { toYamlText } from '../../plan/yaml/write-yaml.ts'
import type { FinishedRun } from '../finish-run.ts'
import { readPromptBeside } from '../load-plan.ts'
import { type PlanningSettings, readPlanningSettings } from '../planning/read-settings.ts'
import { defaultOptions, runPlan } from '../run-plan.ts'
import { findForbiddenKeys, instructionFiles, learnedPlanKeys } from './learned-layer.ts'
import { learnPlan, learnTask, readReasons, toTopicLine } from './learned-prompt.ts'

export interface InstructionRequest {
  readonly lessons: Lessons
  readonly folder: string
  /** The plan whose agents and settings count; undefined: the one that is found. */
  readonly plan: string | undefined
  /** Undefined: that of the plan. */
  readonly agent: string | undefined
  readonly toResume: (run: string) => string
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** A file that a proposal changes, and what it would have helped with. */
export interface ProposedChange {
  readonly path: string
  readonly lessons: readonly Lesson[]
  /** Tasks of runs that what it is about happened in. */
  readonly wouldHaveHelped: number
}

export type InstructionProposal =
  | { readonly kind: 'proposed'; readonly branch: string; readonly changes: readonly ProposedChange[] }
  /** It is no proposal, and why. What the agent did is on a ref that the reason or the report names. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }

const mostTopics = 40
/** Settings of a plan that a change of instructions does not need. */
const unneeded = [
  'name',
  'tasks',
  'integration',
  'issues',
  'branch',
  'setup',
  'services',
  'checkout',
  'protected',
  'overlap',
]

/** Has an agent change what agents are told, as a task whose scope is only that. Its branch is never merged by us. */
export async function propose(
  repository: Repository,
  request: InstructionRequest,
): Promise<FinishedRun & { readonly proposal: InstructionProposal }> {
  const known = await readPlanningSettings(repository, request.folder, request.plan)
  const agent = request.agent ?? known.settings.agent
  if (typeof agent !== 'string')
    throw new RefusedError(`${noAgentText}: install one, or name an agent with --agent`)
  const checked = readPlan({
    name: 'the plan of the proposal',
    text: toText(known, agent, request.lessons),
    readPrompt: file => readPromptBeside(known.folder, repository.root, file),
    isFolder: () => false,
  })
  const { signal, emit, toResume } = request
  const finished = await runPlan(repository, checked, { ...defaultOptions, toResume, signal, emit })
  const proposal = await judge(repository, finished.report, known.from, request.lessons.lessons)
  return { ...finished, proposal }
}

function toText({ settings, from }: PlanningSettings, agent: string, { runs, lessons }: Lessons): string {
  const kept = Object.fromEntries(Object.entries(settings).filter(([key]) => !unneeded.includes(key)))
  const layer = [...instructionFiles, ...(from === undefined ? [] : [escapeParentheses(from)])]
  const topics = lessons.slice(0, mostTopics).map(toTopicLine)
  const prompt = toLearnPrompt({ runs, topics, layer, planFile: from, planKeys: learnedPlanKeys })
  const task = { title: 'Learn from what went wrong more than once', prompt, files: layer }
  return toYamlText({
    ...kept,
    name: learnPlan,
    agent,
    tasks: { [learnTask]: task },
    integration: { land: 'none' },
  })
}

async function judge(
  repository: Repository,
  report: Report,
  planFile: string | undefined,
  lessons: readonly Lesson[],
): Promise<InstructionProposal> {
  const task = report.tasks[learnTask]
  if (task === undefined || task.outcome !== 'succeeded' || task.commit === null || task.branch === null)
    return { kind: 'refused', reasons: [task?.reason ?? 'the agent changed nothing'] }
  const { commit, branch, base, summary } = task
  const paths = (await readChanges(repository, base ?? report.base, commit)).map(({ path }) => path)
  const changes = paths.map(path => toChange(path, summary, lessons))
  const bare = changes.filter(change => change.lessons.length === 0)
  const keys =
    planFile !== undefined && paths.includes(planFile)
      ? await listForbidden(repository, report.base, commit, planFile)
      : []
  const reasons = [
    ...bare.map(({ path }) => `${path} is changed without evidence: the summary names no lesson for it`),
    ...keys.map(key => `${planFile}: \`${key}\` is changed, and only people decide about it`),
  ]
  if (reasons.length > 0) return { kind: 'refused', reasons: [...reasons, `look at it: git show ${branch}`] }
  return { kind: 'proposed', branch, changes }
}

/** The lines of the summary that name a file, and the lessons whose keys are in them. */
function toChange(path: string, summary: string | null, lessons: readonly Lesson[]): ProposedChange {
  const lines = (summary ?? '').split('\n').filter(line => line.includes(path))
  const keys = readReasons(lines.join('\n'))
  const found = lessons.filter(({ key }) => keys.has(key))
  const tasks = new Set(found.flatMap(({ evidence }) => evidence.map(({ run, task }) => `${run}/${task}`)))
  return { path, lessons: found, wouldHaveHelped: tasks.size }
}

async function listForbidden(
  repository: Repository,
  base: string,
  commit: string,
  planFile: string,
): Promise<string[]> {
  const read = async (root: string) => {
    const object = await repository.objects.read(`${root}:${planFile}`)
    return object?.type === 'blob' ? object.content.toString('utf8') : ''
  }
  return findForbiddenKeys(await read(base), await read(commit))
}
