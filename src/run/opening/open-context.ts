import { dirname } from 'node:path'
import { Accounts } from '../../agents/accounts/accounts.ts'
import { BudgetBook } from '../../agents/accounts/budget-book.ts'
import { ResourceBook } from '../../agents/process/resources/resource-book.ts'
import { makeOwnFolder } from '../../files/own-folder.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { waitForRefLock } from '../../git/refs/ref-locks.ts'
import { listRefs } from '../../git/refs/refs.ts'
import { openControlRepository } from '../../git/repository/control-repository.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { CheckoutWatch } from '../../git/worktree/checkout-watch.ts'
import { EndedSessions } from '../../model/agents/ended-sessions.ts'
import { SpareCheckouts } from '../../model/checkout/spare-checkouts.ts'
import type { Environment, Plan } from '../../model/plan.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { openSandbox, type SandboxChoice, sandboxChoices, toSandboxLine } from '../../sandbox/sandbox.ts'
import { protectValues } from '../../secrets/masking.ts'
import { listSecretValues } from '../../secrets/secret-values.ts'
import { settlePlace } from '../checkout-place.ts'
import { toNamedFolder } from '../checkouts-folder.ts'
import { Messages } from '../messages/messages.ts'
import type { RunContext } from '../run-context.ts'
import type { RunId } from '../run-id.ts'
import { withJournal } from '../run-journal.ts'
import { findRunPaths, type RunPaths } from '../run-paths.ts'
import { branchRefs } from '../run-refs.ts'
import { RunStore } from '../run-store.ts'
import { DeniedHosts } from '../sandboxing/denied-hosts.ts'
import { findMachinePlaces } from '../sandboxing/machine-places.ts'
import { toCoveredNetwork } from '../sandboxing/network.ts'
import { keepOutOfStatus } from './keep-out-of-status.ts'

export interface ContextRequest {
  readonly repository: Repository
  readonly run: RunId
  readonly plan: Plan
  readonly target: string
  readonly base: ObjectId
  readonly start: ObjectId
  readonly maxParallel: number
  /** The part of the run's budget for this process; undefined: all of it. */
  readonly budgetShare?: number
  /** Longest wait for a quota, if the plan waits at all; undefined: however long it takes. */
  readonly longestQuotaWaitMs?: number | undefined
  readonly failFast: boolean
  readonly signal: AbortSignal
  readonly emit: EmitEvent
  /** The folder for checkouts from a flag. */
  readonly worktrees?: string | undefined
  /** The sandbox setting that overrides the plan. */
  readonly sandbox?: SandboxChoice | undefined
}

/** Prepares what a run works with on this machine. */
export async function openContext(request: ContextRequest): Promise<RunContext> {
  const { repository, run, plan, emit } = request
  protectSecrets(repository, plan)
  const paths = await openFolders(request)
  const store = new RunStore(repository, run, plan.branch)
  const ownNames = listOwnNames(store, plan)
  for (const ref of ownNames) await waitForRefLock(repository, ref, text => emit({ kind: 'notice', text }))
  return {
    ...request,
    ...openBooks(request),
    longestQuotaWaitMs: plan.onQuota === 'stop' ? 0 : (request.longestQuotaWaitMs ?? Infinity),
    paths,
    store,
    ...(await chooseSandbox(request, paths)),
    emit: withJournal(paths.journal, emit),
    control: await openControlRepository(repository, paths.control),
    messages: new Messages({
      repository,
      store,
      tasks: plan.tasks.map(({ id }) => id),
      inboxOf: task => paths.task(task).inbox,
    }),
    checkoutWatch: new CheckoutWatch(repository),
    visibleRefs: await readVisibleRefs(repository, ownNames),
  }
}

async function openFolders({ repository, run, plan, worktrees, emit }: ContextRequest): Promise<RunPaths> {
  const { state } = findRunPaths(repository, run)
  const named = worktrees ?? toNamedFolder(repository, plan)
  const notice = (text: string) => emit({ kind: 'notice', text })
  const { folder } = await settlePlace({ repository, state, run, named, notice })
  await keepOutOfStatus(repository, dirname(folder))
  const paths = findRunPaths(repository, run)
  for (const own of [paths.state, paths.worktrees, paths.tasks, paths.scripts]) makeOwnFolder(own)
  return paths
}

/** What a run counts and remembers while it works. */
function openBooks({ plan, budgetShare, emit }: ContextRequest) {
  return {
    accounts: new Accounts(),
    budget: new BudgetBook(plan.budget, budgetShare ?? 1),
    sessions: new EndedSessions(),
    equipment: new Map(),
    spares: new SpareCheckouts(),
    resources: new ResourceBook(),
    deniedHosts: new DeniedHosts(emit),
  } satisfies Partial<RunContext>
}

async function chooseSandbox(
  { repository, plan, sandbox, emit }: ContextRequest,
  { worktrees }: RunPaths,
): Promise<Pick<RunContext, 'sandbox' | 'announceSandbox'>> {
  const choice = sandbox ?? toSandboxChoice(repository.env, plan)
  const opened = await openSandbox(choice, () => findMachinePlaces(repository, plan, worktrees))
  let isAnnounced = choice === 'none'
  const announceSandbox = () => {
    if (!isAnnounced) emit({ kind: 'notice', text: toSandboxLine(opened, toCoveredNetwork(plan)) })
    isAnnounced = true
  }
  return { sandbox: opened, announceSandbox }
}

/** Sets the sandbox; overrides the plan. */
const sandboxVariable = 'PARALLEL_AGENTS_SANDBOX'

export function toSandboxChoice(env: Environment, plan: Pick<Plan, 'sandbox'>): SandboxChoice {
  return sandboxChoices.find(choice => choice === env[sandboxVariable]) ?? plan.sandbox
}

/** The branches of a run with a branch pattern. */
function listOwnNames({ pattern, refs }: RunStore, { tasks }: Plan): string[] {
  return pattern === undefined ? [] : [refs.integration, ...tasks.map(({ id }) => refs.branch(id))]
}

/** The user's branches, remote branches and tags, for agents to read. Those of runs are excluded. */
async function readVisibleRefs(repository: Repository, own: readonly string[]): Promise<string> {
  const refs = await listRefs(repository, ['refs/heads', 'refs/remotes', 'refs/tags'])
  return refs
    .filter(({ name }) => !name.startsWith(branchRefs) && !own.includes(name) && !name.endsWith('/HEAD'))
    .map(ref => `${ref.id} ${ref.name}`)
    .join('\n')
}

/** Masks the secret values that the environment and the plan give to the run. */
function protectSecrets({ env, keys }: Repository, plan: Plan): void {
  const environments = [
    env,
    keys,
    plan.env,
    ...plan.tasks.map(task => task.env),
    ...Object.values(plan.agents).map(agent => agent.env),
  ]
  protectValues(environments.flatMap(listSecretValues))
}
