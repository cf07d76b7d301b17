import type { Accounts } from '../agents/accounts/accounts.ts'
import type { BudgetBook } from '../agents/accounts/budget-book.ts'
import type { ResourceBook } from '../agents/process/resources/resource-book.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { ControlRepository } from '../git/repository/control-repository.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { CheckoutWatch } from '../git/worktree/checkout-watch.ts'
import type { EndedSessions } from '../model/agents/ended-sessions.ts'
import type { SpareCheckouts } from '../model/checkout/spare-checkouts.ts'
import type { OpenEquipment } from '../model/equipment.ts'
import type { Plan } from '../model/plan.ts'
import type { EmitEvent } from '../model/run-event.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Messages } from './messages/messages.ts'
import type { RunId } from './run-id.ts'
import type { RunPaths } from './run-paths.ts'
import type { RunStore } from './run-store.ts'
import type { DeniedHosts } from './sandboxing/denied-hosts.ts'

/** What keeping a worktree's content on refs requires. */
export type KeepingContext = Pick<RunContext, 'repository' | 'control' | 'run' | 'store' | 'paths' | 'base'>

/** The context of everything in a run. */
export interface RunContext {
  readonly repository: Repository
  readonly control: ControlRepository
  readonly run: RunId
  readonly store: RunStore
  readonly paths: RunPaths
  readonly plan: Plan
  /** The equipment of open checkouts. */
  readonly equipment: OpenEquipment
  readonly spares: SpareCheckouts
  /** Resources used by commands. */
  readonly resources: ResourceBook
  /** The sandbox of everything that runs in a checkout. */
  readonly sandbox: Sandbox
  /** Says what the sandbox covers: once, before the first command. */
  readonly announceSandbox: () => void
  readonly deniedHosts: DeniedHosts
  /** The branch that the work lands on. */
  readonly target: string
  /** The commit of the target that the run started from. */
  readonly base: ObjectId
  /** The start of tasks without prerequisites: the base, or the landed result of a run that is being resumed. */
  readonly start: ObjectId
  /** Watches the user's checkout, in which no agent should write. */
  readonly checkoutWatch: CheckoutWatch
  /** Refs visible to agents, in the format of `packed-refs`. */
  readonly visibleRefs: string
  readonly maxParallel: number
  /** State of the accounts that agents use. */
  readonly accounts: Accounts
  readonly budget: BudgetBook
  /** Longest wait for a quota, in milliseconds: 0 if the plan does not wait, else what the run can afford. */
  readonly longestQuotaWaitMs: number
  readonly sessions: EndedSessions
  /** Messages between tasks. */
  readonly messages: Messages
  /** Stop starting tasks after one did not succeed. */
  readonly failFast: boolean
  /** Aborts to stop the run: agents are ended, their work is kept. */
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}
