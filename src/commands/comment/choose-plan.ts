import type { TaskId } from '../../model/plan.ts'
import type { WaitingPlan } from '../approve/approve-plan.ts'
import type { RemotePlans } from '../approve/remote-plans.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { tryReadOwnComment } from '../github/place-comment.ts'
import type { Comment } from './read-event.ts'

export interface PlanChoice {
  /** Undefined: the only one that waits. */
  readonly task: TaskId | undefined
  readonly plans: RemotePlans
}

/** The plan that a comment is about, or why there is none. */
export function choosePlan({ task, plans: { waiting, unplanned } }: PlanChoice): WaitingPlan | string {
  const [only, ...others] = waiting
  if (task === undefined && only !== undefined && others.length === 0) return only
  const commands = waiting.map(plan => `\`/agents approve ${plan.task}\``).join(', ')
  if (task === undefined && only !== undefined) return `name the task whose plan you approve: ${commands}`
  const named = waiting.find(plan => plan.task === task)
  if (named !== undefined) return named
  const again = task ?? [...unplanned.keys()][0]
  const why = again === undefined ? undefined : unplanned.get(again)
  if (why !== undefined)
    return `\`${again}\` has no plan (${why}): \`/agents retry ${again}\` has it planned again`
  const what = task === undefined ? 'no plan' : `no plan of \`${task}\``
  return `${what} waits for approval${commands === '' ? '' : `. Those that do: ${commands}`}`
}

/**
 * Whether our comment has changed since a person wrote theirs: the plan there may be one that they have not read. By GitHub's clock,
 * in seconds.
 */
export async function isOutrun(github: GitHubClient, login: string, comment: Comment): Promise<boolean> {
  const own = await tryReadOwnComment(github, login, comment.number)
  return own !== undefined && toSeconds(own.updated_at) > toSeconds(comment.createdAt)
}

export const outrunText =
  'the comment with the plan has changed since you wrote: read the plan that is there now, then comment again'

function toSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000)
}
