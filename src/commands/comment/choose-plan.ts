import type { TaskId } from '../../model/plan.ts'
import type { WaitingPlan } from '../approve/approve-plan.ts'
import type { RemotePlans } from '../approve/remote-plans.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { tryReadOwnComment } from '../github/place-comment.ts'
import { toTaskOfIssue } from '../resume/task-of-issue.ts'
import type { Comment } from './read-event.ts'

export interface PlanChoice {
  /** Undefined: the only one that waits. */
  readonly task: TaskId | undefined
  readonly plans: RemotePlans
}

/** The plan that a comment is about, or why there is none. */
export function choosePlan({ task: named, plans }: PlanChoice): WaitingPlan | string {
  const { tasks, waiting, unplanned } = plans
  const [only, ...others] = waiting
  const commands = waiting.map(plan => `\`/agents approve ${plan.task}\``).join(', ')
  if (named === undefined && only !== undefined)
    return others.length === 0 ? only : `name the task whose plan you approve: ${commands}`
  const task = named === undefined ? undefined : toTaskOfIssue(tasks, named)
  const chosen = waiting.find(plan => plan.task === task)
  if (chosen !== undefined) return chosen
  const what = task === undefined ? 'no plan' : `no plan of \`${task}\``
  const why = task === undefined ? [...unplanned].map(toUnplannedLine) : [unplanned.get(task) ?? []].flat()
  const rest = commands === '' ? [] : [`Those that do: ${commands}`]
  return [`${what} waits for approval`, ...why, ...rest].join('. ')
}

function toUnplannedLine([task, why]: readonly [TaskId, string]): string {
  return `\`${task}\`: ${why}`
}

/**
 * Whether our comment has changed since a person wrote theirs: the plan there may be one that they have not read. By GitHub's clock,
 * in seconds.
 */
export async function isOutrun(github: GitHubClient, login: string, comment: Comment): Promise<boolean> {
  const own = await tryReadOwnComment(github, login, comment.number)
  return own !== undefined && toSeconds(own.updated_at ?? '') > toSeconds(comment.createdAt)
}

export const outrunText =
  'the comment with the plan has changed since you wrote: read the plan that is there now, then comment again'

function toSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000)
}
