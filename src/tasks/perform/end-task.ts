import { endMarkedProcesses, endStrays } from '../../agents/process/marked-processes.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Task } from '../../model/plan.ts'
import { goesOn, type Parked, type TaskResult } from '../../model/task-result.ts'
import { readStopwatch } from '../../model/timing/stopwatch.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { markJudged } from '../../run/attempt-record.ts'
import { toTaskMarks } from '../../run/command-environment.ts'
import { settleSpendingOf } from '../../run/open-spending.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { readLogEnd, writeLogLine } from '../../run/task-log.ts'
import { nameTestChanges } from '../testing/test-definitions.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import { toIgnoredText } from '../work/ignored-text.ts'
import { type KeptWork, keepWork } from '../work/keep-work.ts'
import { retireTask } from '../work/spare-checkouts.ts'
import { makeBareResult, type TaskWork, toUsageFields } from '../work/task-work.ts'
import { writeBranchCommit } from './branch-commit.ts'
import { tryForeignReason } from './foreign-branch.ts'
import { nameCheckoutChanges } from './name-checkout-changes.ts'
import { toOpenFields, toParked, toSpentFields } from './parked-task.ts'

export interface TaskEnding {
  readonly outcome: Outcome
  readonly reason: string | null
  /** The number of the last attempt that an agent was started for. */
  readonly tried: number
  /** As the agent had reported it when its last turn ended. */
  readonly summary: string | null
  readonly collected: CollectedWork
  /** Of the commit for the agent; undefined: no branch. */
  readonly message: string | undefined
  /** When a parked task continues, in milliseconds since 1970. */
  readonly retryAt?: number | undefined
  /** The rest of what it continues with. */
  readonly parked?: Pick<Parked, 'agent' | 'isDone'> | undefined
}

/** Puts the result of a task onto refs, and only then removes its worktree. */
export async function endTask(context: RunContext, work: TaskWork, wanted: TaskEnding): Promise<TaskResult> {
  const { store, paths } = context
  const { id } = work.task
  await endMarkedProcesses(toTaskMarks(context, id))
  await endStrays([work.worktree.path], Date.parse(work.startedAt))
  const foreign = wanted.message === undefined ? undefined : await tryForeignReason(context, id)
  const ending: TaskEnding =
    foreign === undefined
      ? wanted
      : { ...wanted, outcome: 'infrastructure-error', reason: foreign, message: undefined }
  const placed = await placeWork(context, work, ending)
  const [problem] = placed.kept.problems
  const fresh = await measureResult(context, { work, ending, ...placed })
  if (problem === undefined) await nameIgnored(context, id, ending.collected)
  await writeLogLine(paths.log(id), toEndLine(fresh))
  const result = ending.outcome === 'succeeded' ? fresh : withSpentOf(fresh, work.before)
  // Work that stays has been judged, whatever the next start finds.
  if (problem !== undefined) await markJudged(paths.task(id))
  await store.saveResult(result, placed.kept.commit, readLogEnd(paths.log(id)))
  settleSpendingOf(context, id)
  if (problem === undefined) await retireTask(context, id)
  return result
}

interface PlacedWork {
  /** Tip of the branch; undefined: none. */
  readonly commit: ObjectId | undefined
  readonly kept: KeptWork
}

/** Writes the commits with the work: the branch's, and the kept one. */
async function placeWork(context: RunContext, work: TaskWork, ending: TaskEnding): Promise<PlacedWork> {
  const { message, collected } = ending
  const commit =
    message === undefined ? undefined : await writeBranchCommit(context, work, collected, message)
  const kept = await keepWork(context, {
    ...work,
    task: work.task.id,
    work: collected,
    branch: commit,
    replaced: commit === undefined ? undefined : (work.before?.commit ?? undefined),
    reason: ending.reason ?? 'discarded by the agent',
  })
  return { commit, kept }
}

interface EndedWork extends PlacedWork {
  readonly work: TaskWork
  readonly ending: TaskEnding
}

async function measureResult(
  context: RunContext,
  { work, ending, commit, kept }: EndedWork,
): Promise<TaskResult> {
  const { store } = context
  const { task, worktree } = work
  const { outcome, collected } = ending
  const [problem] = kept.problems
  const reason =
    problem === undefined ? ending.reason : toIncompleteReason(ending.reason, worktree.path, problem)
  const isKept = kept.commit !== undefined || (await store.resolve(store.refs.kept(task.id))) !== undefined
  return {
    ...makeBareResult(context, task, outcome, reason),
    ...toBranchFields(commit, toBranchName(store.refs.branch(task.id)), collected),
    base: work.start,
    kept: isKept ? store.refs.kept(task.id) : null,
    ...measureSpent(work, ending),
    agent: work.agent ?? task.agent,
    retryAt: toInstant(ending.retryAt),
    parked: toParked(work, ending),
    summary: ending.summary,
    ...(commit === undefined ? {} : await nameTestChanges(context, task, collected)),
    reviews: [...work.reviews],
    messages: [...(await context.messages.from(task.id))],
    workPlan: work.workPlan || null,
    checkoutChanges: await nameCheckoutChanges(context, task.id),
    notKept: problem === undefined ? toNotKept(collected) : null,
  }
}

function toBranchFields(
  commit: string | undefined,
  branch: string,
  { changes }: CollectedWork,
): Pick<TaskResult, 'branch' | 'commit' | 'filesChanged'> {
  if (commit === undefined) return { branch: null, commit: null, filesChanged: null }
  return { branch, commit, filesChanged: changes.length }
}

type SpentFields = Pick<TaskResult, 'attempts' | 'agentSeconds' | 'seconds' | 'startedAt' | 'usage'>

/** An attempt that is parked spent none. */
function measureSpent(work: TaskWork, { outcome, tried }: TaskEnding): SpentFields {
  return {
    attempts: outcome === 'parked' ? work.attempt - 1 : tried,
    agentSeconds: round(work.agentSeconds),
    seconds: round(readStopwatch(work.stopwatch)),
    startedAt: work.startedAt,
    ...toUsageFields(work.usage),
    ...work.reported,
  }
}

function toInstant(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString()
}

/** Reports ignored files: they are deleted with the worktree. */
async function nameIgnored(context: RunContext, task: string, collected: CollectedWork): Promise<void> {
  const { ignored } = collected
  if (ignored.count > 0) await writeLogLine(context.paths.log(task), toPlainLine(toIgnoredText(ignored)))
  const text = toNotKept(collected)
  if (text !== null) context.emit({ kind: 'notice', text: `${task}: ${text}` })
}

/** Ignored files that a build does not make; null: none. */
function toNotKept({ ignored }: CollectedWork): string | null {
  return ignored.names.length === 0 ? null : toPlainLine(toIgnoredText(ignored))
}

export interface EndWithoutWork {
  readonly outcome: Outcome
  readonly reason: string
  /** When it can be done, in milliseconds since 1970. */
  readonly retryAt?: number
}

/** The result of a task without an agent. Earlier kept work stays, and what a task that would have continued has spent counts. */
export async function endWithoutWork(
  context: RunContext,
  task: Task,
  { outcome, reason, retryAt }: EndWithoutWork,
): Promise<TaskResult> {
  const before = await context.store.readResult(task.id)
  const open = before !== undefined && goesOn(before) ? before : undefined
  if (outcome === 'cancelled' && open !== undefined) return open
  const ref = context.store.refs.kept(task.id)
  const kept = (await context.store.resolve(ref)) === undefined ? null : ref
  const bare = makeBareResult(context, task, outcome, reason)
  const result = { ...bare, ...(open && toOpenFields(open, outcome)), kept, retryAt: toInstant(retryAt) }
  const log = context.paths.log(task.id)
  await writeLogLine(log, toEndLine(result))
  await context.store.saveResult(result, undefined, readLogEnd(log))
  return result
}

/** A redone task without success keeps its earlier result; only usage is updated. */
function withSpentOf(fresh: TaskResult, before: TaskResult | undefined): TaskResult {
  if (before === undefined) return fresh
  const { kept, finishedAt, resources } = fresh
  return { ...before, kept, finishedAt, resources, ...toSpentFields(fresh) }
}

function toEndLine({ outcome, reason }: TaskResult): string {
  return reason === null ? outcome : `${outcome}: ${toPlainLine(reason)}`
}

/** The result of a task that never started. */
export function makeMissingResult(context: RunContext, task: Task): TaskResult {
  return makeBareResult(context, task, 'cancelled', 'not run')
}

function toIncompleteReason(reason: string | null, path: string, problem: string): string {
  return `${reason ?? 'not everything could be kept'} (its checkout remains at ${path}: ${problem})`
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

/** Why a task that was begun is not at its end, by what has stopped its run. */
export function toStopReason({ signal }: { readonly signal: AbortSignal }): string {
  const isLate = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
  return isLate ? 'the job reached its deadline' : 'the run was stopped'
}
