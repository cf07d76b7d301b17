import type { Repository } from '../../git/repository/open-repository.ts'
import { withoutRunNames } from '../../model/foreign-text.ts'
import { toInertLine } from '../../model/inert-text.ts'
import type { Environment, TaskId } from '../../model/plan.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import type { RunId } from '../../run/run-id.ts'
import type { RemotePlans } from '../approve/remote-plans.ts'
import type { GitHubClient } from '../github/ask-github.ts'

export interface Order {
  readonly repository: Repository
  readonly github: GitHubClient
  readonly env: Environment
  readonly settings: PlanSettings | undefined
  /** The user who started the workflow. */
  readonly actor: string | undefined
  /** The page of this workflow run. */
  readonly runUrl: string
  readonly readPlans: (run: RunId) => Promise<RemotePlans>
}

/** What the following jobs should do. */
export type Followed = { readonly said: string } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'run'; readonly planText: string }
  | {
      readonly kind: 'retry'
      readonly run: RunId
      readonly task: TaskId | undefined
      /** Feedback for the task's agent. */
      readonly words: string
    }
  | {
      readonly kind: 'approve'
      readonly run: RunId
      readonly task: TaskId
      /** The id of the plan that was read. */
      readonly plan: string
      /** What to change; empty: it is approved. */
      readonly words: string
    }
)

export type AnsweredCommand = Followed & { readonly isDone: boolean }

export function toRefused(why: string): AnsweredCommand {
  return { kind: 'nothing', isDone: false, said: withoutRunNames(toInertLine(why)) }
}
