import * as z from 'zod'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import { readPlan } from '../../plan/schema/read-plan.ts'
import { toStoredText } from '../../plan/schema/stored-plan.ts'
import { type PlanFromIssues, planFromIssues } from '../from-issues/plan-from-issues.ts'
import type { LeftIssue } from '../from-issues/sort-issues.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { fillPrompts } from '../prompts/fill-prompts.ts'
import { toWorkFinder } from './find-work.ts'

export interface IssuePlanRequest {
  readonly repository: Repository
  readonly github: GitHubClient
  /** With the token. */
  readonly env: Environment
  readonly settings: PlanSettings | undefined
  readonly query: string
  readonly runUrl: string
  /** Set if a comment ordered it: later edits are not used. */
  readonly orderedAt: string | undefined
  /** Whether it is only shown: then it does not matter who works on the issues. */
  readonly isPreview: boolean
}

export interface FilledIssuePlan extends PlanFromIssues {
  /** The plan with all prompts; undefined if there are no tasks. */
  readonly filled: string | undefined
  /** Whether issues are told how their tasks end. */
  readonly answersIssues: boolean
}

/** In bytes. Linux limits the length of a variable, and other jobs get the plan as one. */
export const longestPlanText = 120_000
/** Of the limit, for a plan that is made shorter. */
const usableShare = 0.95

/** The plan of issues with their current texts: of as many as other jobs can receive, so that another run takes the rest. */
export async function fillIssuePlan(request: IssuePlanRequest): Promise<FilledIssuePlan> {
  const all = await fillAll(request)
  const kept = new Set(chooseFitting(all))
  if (kept.size === 0 || kept.size === all.tasks.length) return all
  const { label } = all
  const names = label === undefined ? [...kept] : [...kept, `label:${JSON.stringify(label)}`]
  const part = await fillAll({ ...request, query: names.join(' ') })
  const later = all.tasks.filter(({ issue }) => !kept.has(issue.number)).map(toLater)
  return { ...part, label, left: [...all.left, ...part.left, ...later] }
}

function toLater({ issue: { number, title } }: FilledIssuePlan['tasks'][number]): LeftIssue {
  const reason = 'its text does not fit into this run beside the others: start it afterwards'
  return { number, title, reason, missing: [] }
}

/** The issues of a plan, prerequisites first, whose texts fit together; all of them if the plan is short enough. */
function chooseFitting({ filled, tasks, sizes }: MeasuredPlan): number[] {
  const total = Buffer.byteLength(filled ?? '')
  if (total <= longestPlanText) return tasks.map(({ issue }) => issue.number)
  const toSize = (id: TaskId) => sizes.get(id) ?? 0
  let used = total - [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const kept = new Set<TaskId>()
  for (const id of sizes.keys()) {
    const needs = tasks.find(task => task.id === id)?.needs ?? []
    if (!needs.every(need => kept.has(need)) || used + toSize(id) > usableShare * longestPlanText) continue
    kept.add(id)
    used += toSize(id)
  }
  return tasks.filter(({ id }) => kept.has(id)).map(({ issue }) => issue.number)
}

interface MeasuredPlan extends FilledIssuePlan {
  /** Bytes of each task, prerequisites first. */
  readonly sizes: ReadonlyMap<TaskId, number>
}

async function fillAll(request: IssuePlanRequest): Promise<MeasuredPlan> {
  const { repository, github, env, query, runUrl, orderedAt } = request
  const settings = orderedAt === undefined ? request.settings : withoutLabel(request.settings)
  const findWork = request.isPreview ? async () => undefined : toWorkFinder(github, runUrl)
  const made = await planFromIssues({ repository, github, query, settings, findWork })
  if (made.text === undefined) return { ...made, filled: undefined, answersIssues: true, sizes: new Map() }
  const checked = readPlan({
    name: 'the plan of the issues',
    text: made.text,
    readPrompt: () => undefined,
    isFolder: () => false,
  })
  const { file, order, plan, notices } = await fillPrompts(checked, repository, env)
  if (orderedAt !== undefined)
    for (const { issue } of made.tasks) await requireUnchanged(github, issue.number, orderedAt)
  return {
    ...made,
    notices: [...made.notices, ...notices],
    filled: toStoredText(file, order),
    answersIssues: plan.answersIssues,
    sizes: new Map(order.map(id => [id, Buffer.byteLength(JSON.stringify(file.tasks[id]))])),
  }
}

/** The comment of a user who may push approves the issue: no label is needed. */
function withoutLabel(settings: PlanSettings | undefined): PlanSettings | undefined {
  const issues = settings?.issues
  if (typeof issues !== 'object' || issues === null) return settings
  const { label: _, ...others } = issues as Record<string, unknown>
  return { ...settings, issues: others }
}

const editedSchema = z.object({
  data: z.object({
    repository: z.object({ issue: z.object({ lastEditedAt: z.string().nullable() }) }),
  }),
})

/** Checked after reading the text, so that no edit slips in. */
async function requireUnchanged(github: GitHubClient, number: number, orderedAt: string): Promise<void> {
  const answer = await github.ask(`issue(number: ${number}) { lastEditedAt }`)
  const { lastEditedAt } = editedSchema.parse(answer).data.repository.issue
  if (lastEditedAt === null || Date.parse(lastEditedAt) < Date.parse(orderedAt)) return
  throw new RefusedError(
    `issue #${number} was edited at ${lastEditedAt}, after the comment: read it again, and write another comment`,
  )
}
