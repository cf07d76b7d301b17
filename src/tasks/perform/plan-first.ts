import { toPlanPrompt } from '../../agents/prompts/plan-prompt.ts'
import { addUsage } from '../../model/usage.ts'
import type { RunContext } from '../../run/run-context.ts'
import { askAgent } from '../asking/ask-agent.ts'
import type { HeldTurn } from '../asking/held-turn.ts'
import { toReviewAgent } from '../review/review-task.ts'
import type { TaskWork } from '../work/task-work.ts'

const longestPlan = 20_000

/**
 * Has a task planned before its first attempt, in a session that can change nothing. A task whose planner gives no plan is done without,
 * and that is said.
 *
 * @param toPrompt The prompt of the task, as its agent would get it.
 */
export async function withPlan(
  context: RunContext,
  work: TaskWork,
  toPrompt: () => Promise<string>,
): Promise<TaskWork | HeldTurn> {
  const { task, start } = work
  if (task.planFirst === undefined || work.workPlan !== null) return work
  context.emit({ kind: 'phase', task: task.id, phase: 'plan' })
  const prompt = await toPrompt()
  const question = {
    name: `_plan-${task.id}`,
    purpose: `plan of ${task.id}`,
    agent: toReviewAgent(context, task.planFirst, task.agent),
    task,
    commit: start,
    log: context.paths.log(task.id),
    files: {},
    toPrompt: ({ answerFile }: { readonly answerFile: string }) => toPlanPrompt({ task: prompt, answerFile }),
  }
  const reply = await askAgent(context, question, readPlanText)
  if (reply.kind === 'held') return reply
  if (reply.kind === 'unreadable') {
    const text = `${task.id} starts without a plan: ${reply.agent} wrote none (${reply.reason})`
    context.emit({ kind: 'notice', text })
  }
  return {
    ...work,
    workPlan: reply.kind === 'answered' ? reply.value.text : '',
    agentSeconds: work.agentSeconds + reply.seconds,
    usage: addUsage(work.usage, reply.usage),
  }
}

/** Of several texts of an output, the plan is the longest one of its last events. */
function readPlanText(texts: readonly string[]): { readonly text: string } | string {
  const [whole = '', ...events] = texts
  const [longest = whole] = events.toSorted((a, b) => b.length - a.length)
  const text = longest.trim().slice(0, longestPlan)
  return text === '' ? 'it wrote no plan' : { text }
}
