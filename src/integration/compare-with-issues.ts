import { toComparePrompt } from '../agents/prompts/compare-prompt.ts'
import type { Task, TaskId } from '../model/plan.ts'
import { type AgentChoice, type Comparison, comparisonAnswerSchema } from '../model/review.ts'
import type { TaskResult } from '../model/task-result.ts'
import { unknownUsage } from '../model/usage.ts'
import type { RunContext } from '../run/run-context.ts'
import { integrationName } from '../run/run-paths.ts'
import { askAgent } from '../tasks/asking/ask-agent.ts'
import { readJsonAnswer } from '../tasks/asking/read-json-answer.ts'
import { readDiff, toReviewAgent } from '../tasks/review/review-task.ts'
import type { Integrated } from './integrated.ts'

/**
 * Has an agent in a fresh session compare what landed for each issue with its request. The result is for people: it does not affect
 * landing.
 */
export async function compareWithIssues(
  context: RunContext,
  integrated: Integrated,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Integrated> {
  const { compare } = context.plan.integration
  if (compare === undefined || integrated.problem !== null) return integrated
  const comparisons: Comparison[] = []
  for (const task of context.plan.tasks) {
    const result = results.get(task.id)
    if (integrated.landings.get(task.id)?.landing !== 'landed' || result === undefined) continue
    const comparison = await tryCompare(context, integrated, { task, result, compare })
    if (comparison !== undefined) comparisons.push(comparison)
  }
  return { ...integrated, comparisons }
}

const diffFile = 'change.diff'

interface Pair {
  readonly task: Task
  readonly result: TaskResult
  readonly compare: AgentChoice
}

/** Undefined if no issue requested it, or the run was stopped. */
async function tryCompare(
  context: RunContext,
  { tip }: Integrated,
  { task, result: { base, commit }, compare }: Pair,
): Promise<Comparison | undefined> {
  if (task.issue === undefined || base === null || commit === null) return undefined
  const { plan, paths } = context
  const diff = await readDiff(context, base, commit)
  const purpose = `comparison of ${task.id} with issue ${task.issue}`
  const reply = await askAgent(
    context,
    {
      name: `_compare-${task.id}`,
      purpose,
      agent: toReviewAgent(context, compare, plan.integration.agent ?? task.agent),
      task: { ...task, env: {} },
      isOfTask: false,
      commit: tip.commit,
      log: paths.log(integrationName),
      files: { [diffFile]: diff },
      toPrompt: ({ answerFile, folder }) =>
        toComparePrompt({ ...task, diff, diffFile: `${folder}/${diffFile}`, answerFile }),
    },
    texts => readJsonAnswer(texts, comparisonAnswerSchema),
  )
  const { agent, seconds, usage = unknownUsage } = reply
  if (reply.kind === 'stopped') return undefined
  const common = { task: task.id, issue: task.issue, agent, seconds, usage }
  return reply.kind === 'answered'
    ? { ...common, wishes: reply.value.wishes, reason: null }
    : { ...common, wishes: [], reason: reply.reason }
}
