import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { takeBackMoves } from '../integration/land/noted-move.ts'
import { RollingIntegration } from '../integration/rolling-integration.ts'
import { startBaseTest } from '../integration/test/base-test.ts'
import type { Plan, TaskId } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { EmitEvent } from '../model/run-event.ts'
import type { TaskResult } from '../model/task-result.ts'
import { withDescendants } from '../plan/graph/graph.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { readStoredPlan } from '../plan/schema/stored-plan.ts'
import { requireCheckoutsFolder, toNamedFolder } from '../run/checkouts-folder.ts'
import { type ClaimedRun, claimRun, requireRun, resumeRun } from '../run/opening/claim-run.ts'
import { withRun } from '../run/opening/with-run.ts'
import type { RunContext } from '../run/run-context.ts'
import type { RunId } from '../run/run-id.ts'
import { openStore } from '../run/run-store.ts'
import type { SandboxChoice } from '../sandbox/sandbox.ts'
import { makeMissingResult } from '../tasks/perform/end-task.ts'
import { performTasks } from '../tasks/perform-tasks.ts'
import { repairRun } from '../tasks/rescue/repair-run.ts'
import { requireFreeNames, withNamesOf } from './branches/free-names.ts'
import { findEarlierRuns } from './earlier-runs.ts'
import { type FinishedRun, finishRun } from './finish-run.ts'
import { requireReady } from './prepare-run.ts'
import type { ResumeMode } from './resume/choose-again.ts'
import { reopenRun } from './resume/resume.ts'
import { takeOverBranches } from './resume/take-over-branches.ts'
import { selectTasks } from './select-tasks.ts'
import type { Target } from './target/find-target.ts'
import { toTextWithTarget } from './target/text-with-target.ts'

export interface RunOptions {
  /** Only these tasks, and their prerequisites; empty: all. */
  readonly only: readonly string[]
  /** Parallel agents; overrides the plan. */
  readonly maxParallel: number | undefined
  readonly failFast: boolean
  /** Longest wait for a quota; undefined: however long it takes, if the plan waits at all. */
  readonly longestQuotaWaitMs: number | undefined
  /** The folder for checkouts; overrides the plan. */
  readonly worktrees: string | undefined
  /** The sandbox setting; overrides the plan. */
  readonly sandbox: SandboxChoice | undefined
  /** Start a new run even if there is an unfinished one of the same plan. */
  readonly fresh: boolean
  /** The commit to merge the branches onto, if the caller delivers the result; undefined: the run does, as the plan says. */
  readonly callerLandsOn: ObjectId | undefined
  /** The command that resumes another run with the same plan, for people. */
  readonly toResume: (run: RunId) => string
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** What a run is started with unless it is told otherwise: the plan decides. */
export const defaultOptions = {
  only: [],
  maxParallel: undefined,
  failFast: false,
  longestQuotaWaitMs: undefined,
  worktrees: undefined,
  sandbox: undefined,
  fresh: false,
  callerLandsOn: undefined,
} as const

/** Runs a plan: resumes its unfinished run, or starts a new one. */
export async function runPlan(
  repository: Repository,
  checked: CheckedPlan,
  options: RunOptions,
): Promise<FinishedRun> {
  const chosen = options.only.length === 0 ? checked : selectTasks(checked, options.only)
  const selected = options.callerLandsOn === undefined ? chosen : withoutLanding(chosen)
  await takeBackMoves(repository, options.emit)
  const target = await requireReady(repository, selected, options.emit)
  const text = toTextWithTarget(selected, target)
  const { fresh, emit } = options
  const earlier = fresh ? [] : await findEarlierRuns(repository, checked, options.only)
  const worktrees = await requireFolder(repository, selected.plan, options)
  const claim = await claimRun({ repository, text, base: target.commit, fresh, emit })
  if (!claim.resumed) await requireFreeNames(repository, claim, selected.plan)
  if (!claim.resumed)
    for (const run of earlier) emit({ kind: 'notice', text: toEarlierRunText(run, options) })
  const { plan } = selected
  const toRun: PlanToRun = { plan, before: plan, text, target, mode: 'go-on' }
  return work(repository, claim, toRun, { ...options, worktrees, only: [] })
}

/**
 * Resumes a run, finished or not: redoes what did not land.
 *
 * @param changed The changed plan, if any: then its changed tasks are redone, too.
 */
export async function resumeNamedRun(
  repository: Repository,
  name: string,
  changed: CheckedPlan | undefined,
  options: RunOptions,
): Promise<FinishedRun> {
  const run = await requireRun(repository, name)
  const stored = await requireStoredPlan(repository, run)
  const next = changed ?? stored
  if (options.only.length > 0) selectTasks(next, options.only)
  const renamed = withNamesOf(stored, next, options.emit)
  const named = options.callerLandsOn === undefined ? renamed : withoutLanding(renamed)
  await takeBackMoves(repository, options.emit)
  const target = await requireReady(repository, named, options.emit)
  const text = toTextWithTarget(named, target)
  const worktrees = await requireFolder(repository, named.plan, options)
  const claim = await resumeRun(repository, run, options.emit)
  const toRun: PlanToRun = { plan: named.plan, before: stored.plan, text, target, mode: 'do-again' }
  return work(repository, claim, toRun, { ...options, worktrees })
}

function toEarlierRunText(run: RunId, { toResume }: RunOptions): string {
  return `the plan has changed since run ${run}, which is unfinished. This starts a new run; to resume ${run} with the changed plan instead, stop this one and use: ${toResume(run)}`
}

/** Checks the folder for checkouts before anything starts. */
function requireFolder(repository: Repository, plan: Plan, { worktrees, emit }: RunOptions): Promise<string> {
  const named = worktrees ?? toNamedFolder(repository, plan)
  return requireCheckoutsFolder(repository, { named, notice: text => emit({ kind: 'notice', text }) })
}

async function requireStoredPlan(repository: Repository, run: RunId): Promise<CheckedPlan> {
  const text = await (await openStore(repository, run)).readPlanText()
  if (text === undefined) throw new RefusedError(`run ${run} has no readable plan`)
  return readStoredPlan(text)
}

interface PlanToRun {
  readonly plan: Plan
  /** The run's previous plan. */
  readonly before: Plan
  /** The plan as stored. */
  readonly text: string
  readonly target: Target
  readonly mode: ResumeMode
}

function work(
  repository: Repository,
  { run, lock, resumed }: ClaimedRun,
  toRun: PlanToRun,
  options: RunOptions,
): Promise<FinishedRun> {
  const startedAt = performance.now()
  const { only, failFast, longestQuotaWaitMs, worktrees, sandbox, signal, emit } = options
  const plan = asLocal(toRun.plan)
  const maxParallel = options.maxParallel ?? plan.maxParallel
  const place = { repository, run, lock, plan, target: toRun.target.branch, worktrees, sandbox }
  return withRun({ ...place, maxParallel, failFast, longestQuotaWaitMs, signal, emit }, async context => {
    const ended = resumed ? await reopenRun({ repository, run, ...toRun, plan, only, emit }) : new Map()
    emit({ kind: 'run-started', run, plan: plan.name, tasks: plan.tasks, maxParallel, resumed })
    if (resumed) await repairRun(context)
    const results = await performTheRest(context, await takeOverBranches(context, ended), only)
    const onto = options.callerLandsOn ?? context.base
    const mayPark = options.callerLandsOn === undefined // otherwise, like a job of its own, it delivers what there is
    return finishRun(context, { results, onto, mayRedo: true, mayPark, resumed, startedAt })
  })
}

/** @param only If not empty, other tasks without a result do not run. */
async function performTheRest(
  context: RunContext,
  done: ReadonlyMap<TaskId, TaskResult>,
  only: readonly TaskId[],
): Promise<Map<TaskId, TaskResult>> {
  const { plan, emit } = context
  for (const [task, result] of done) emit({ kind: 'task-ended', task, result })
  const wanted = only.length === 0 ? undefined : withDescendants(plan.tasks, only)
  const skipped = plan.tasks.filter(({ id }) => !done.has(id) && wanted?.has(id) === false)
  const known = new Map([
    ...done,
    ...skipped.map(task => [task.id, makeMissingResult(context, task)] as const),
  ])
  return takeOverBranches(context, await performBesideBaseTest(context, known))
}

/** The base is only tested while tasks run: the integration does not wait for it. */
async function performBesideBaseTest(
  context: RunContext,
  known: ReadonlyMap<TaskId, TaskResult>,
): Promise<Map<TaskId, TaskResult>> {
  const isDone = context.plan.tasks.every(({ id }) => known.has(id))
  if (isDone) return performTasks(context, known)
  const baseTest = startBaseTest(context)
  const { rolling: isRolling, test } = context.plan.integration
  const rolling =
    isRolling && test !== undefined ? new RollingIntegration(context, known, baseTest.ended) : undefined
  const emit: EmitEvent = event => {
    context.emit(event)
    rolling?.note(event)
  }
  try {
    return await performTasks({ ...context, emit }, known)
  } finally {
    await rolling?.close()
    await baseTest.close()
  }
}

/** On one machine, a plan for pull requests leaves its branch to the user. */
function asLocal(plan: Plan): Plan {
  return plan.integration.land === 'pull-request' ? withoutLanding({ plan }).plan : plan
}

/** The text of the plan stays. */
function withoutLanding<T extends { readonly plan: Plan }>(checked: T): T {
  const { plan } = checked
  return { ...checked, plan: { ...plan, integration: { ...plan.integration, land: 'none' } } }
}
