import type { Accounts } from '../agents/accounts/accounts.ts'
import type { BudgetBook } from '../agents/accounts/budget-book.ts'
import type { ResourceBook } from '../agents/process/resource-book.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Harness } from '../git/repository/harness.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { CheckoutWatch } from '../git/worktree/checkout-watch.ts'
import type { OpenEquipment } from '../model/checkout/equipment.ts'
import type { SpareCheckouts } from '../model/checkout/spare-checkouts.ts'
import type { Plan } from '../model/plan.ts'
import type { EmitEvent } from '../model/run-event.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Messages } from './messages/messages.ts'
import type { RunId } from './run-id.ts'
import type { RunPaths } from './run-paths.ts'
import type { RunStore } from './run-store.ts'
import type { DeniedHosts } from './walls/denied-hosts.ts'

/** What is needed to bring what a worktree holds onto refs. */
export type KeepingContext = Pick<RunContext, 'repository' | 'harness' | 'run' | 'store' | 'paths' | 'base'>

/** What everything that happens in a run needs to know. */
export interface RunContext {
  readonly repository: Repository
  readonly harness: Harness
  readonly run: RunId
  readonly store: RunStore
  readonly paths: RunPaths
  readonly plan: Plan
  /** What the checkouts have that are open now. */
  readonly equipment: OpenEquipment
  readonly spares: SpareCheckouts
  /** What commands have taken of the machine. */
  readonly resources: ResourceBook
  /** The walls around everything that runs in a checkout. */
  readonly sandbox: Sandbox
  readonly deniedHosts: DeniedHosts
  /** The branch that the work lands on. */
  readonly target: string
  /** The commit of the target that the run started from. */
  readonly base: ObjectId
  /** Where tasks without prerequisites start: the base, or what has landed in a run that is being resumed. */
  readonly start: ObjectId
  /** Looks after the checkout of the user, in which no agent should write. */
  readonly checkoutWatch: CheckoutWatch
  /** Refs that agents can see, in the format of `packed-refs`. */
  readonly visibleRefs: string
  readonly maxParallel: number
  /** What is known of the accounts that agents work on. */
  readonly accounts: Accounts
  readonly budget: BudgetBook
  /** What tasks tell each other. */
  readonly messages: Messages
  /** Stop to start tasks when one did not succeed. */
  readonly failFast: boolean
  /** Aborts to stop the run: agents are ended, their work is kept. */
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}
