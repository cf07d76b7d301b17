import type { ObjectId } from '../git/objects/objects.ts'
import { integrate } from '../integration/integrate.ts'
import { hasLanded, type Integrated, type TaskLanding } from '../integration/integrated.ts'
import { type Landed, land } from '../integration/land/land.ts'
import { tryLostBaseLocally } from '../integration/land/lost-base.ts'
import type { Plan, TaskId } from '../model/plan.ts'
import { type IntegrationFacts, type Report, toNoFindings } from '../model/report.ts'
import { type TaskResult, waitsForPerson } from '../model/task-result.ts'
import { buildReport } from '../report/build-report.ts'
import { removeEmptyFolders, removeLocalState } from '../run/remove-local-state.ts'
import type { RunContext } from '../run/run-context.ts'
import { integrationName } from '../run/run-paths.ts'
import { toBranchName } from '../run/run-refs.ts'
import { readSpent } from '../run/spending.ts'
import { readLogEnd } from '../run/task-log.ts'
import { readForecastRecord } from '../tasks/forecast/forecast-record.ts'
import { type Placement, placeResult } from '../tasks/work/place-result.ts'
import { integrateWithSecondChances } from './redo/second-chances.ts'

export interface FinishRequest {
  readonly results: Map<TaskId, TaskResult>
  /** The commit that their branches are merged onto; default: the base of the run. */
  readonly onto?: ObjectId
  /** Whether tasks may be redone because their branches did not land. */
  readonly mayRedo: boolean
  /** Whether all wait for tasks that wait for a quota or a person; otherwise the rest is integrated without them. */
  readonly mayPark: boolean
  /** Whether an earlier process ran some of the tasks. */
  readonly resumed: boolean
  /** When this process began with the run (performance.now()). */
  readonly startedAt: number
}

/** A run with a report, while old checkouts may still be being deleted: neither its lock nor its reader waits for that. */
export interface FinishedRun {
  readonly report: Report
  readonly deletion: Deletion
}

export interface Deletion {
  /** Where the deletion continues. */
  readonly folder: string
  /** Number of remaining folders. */
  readonly countLeft: () => number
  readonly untilDone: () => Promise<void>
}

/** How a run ended. */
type RunEnd =
  /** By its user. Undefined: before it integrated. */
  | { readonly kind: 'stopped'; readonly landed: Landed | undefined }
  /** Tasks wait for a quota, until then, or for a person. */
  | { readonly kind: 'parked'; readonly retryAt: string | null }
  | { readonly kind: 'integrated'; readonly landed: Landed }

/** Merges, tests and lands the successful tasks, and stores the report, however the run ended. */
export async function finishRun(context: RunContext, request: FinishRequest): Promise<FinishedRun> {
  const { results } = request
  const integrationStart = performance.now()
  const end = await integrateUnlessOver(context, request)
  const report = buildReport({
    run: context.run,
    plan: context.plan,
    target: context.target,
    base: context.base,
    maxParallel: context.maxParallel,
    sandbox: context.sandbox.kind,
    deniedHosts: context.deniedHosts.list(),
    results,
    landings: end.kind === 'integrated' ? end.landed.integrated.landings : toStoppedLandings(results),
    integration: await readIntegrationFacts(context, end),
    cancelled: end.kind !== 'integrated',
    retryAt: end.kind === 'parked' ? end.retryAt : null,
    ...(await readSpent(context.store)),
    resources: context.resources.tryTotal(),
    wallSeconds: (performance.now() - request.startedAt) / 1000,
    integrationSeconds: (performance.now() - integrationStart) / 1000,
    resumed: request.resumed,
  })
  const saved = await saveEnd(context, report)
  await removeLocalState(context.paths)
  return { report: saved, deletion: toDeletion(context) }
}

async function integrateUnlessOver(context: RunContext, request: FinishRequest): Promise<RunEnd> {
  const { signal } = context
  const results = [...request.results.values()]
  if (signal.aborted) return { kind: 'stopped', landed: undefined }
  const retryAt = tryRetryAt(results)
  if (request.mayPark && (retryAt !== null || results.some(waitsForPerson)))
    return { kind: 'parked', retryAt }
  context.accounts.takeUndone() // of its tasks, which have ended
  const integrated = await integrateAll(context, request)
  const waitsUntil = context.accounts.takeUndone()
  if (request.mayRedo && waitsUntil !== undefined)
    return { kind: 'parked', retryAt: new Date(waitsUntil).toISOString() }
  const landed = await landIntegrated(context, integrated, request)
  // A landing can no longer be stopped.
  return signal.aborted && !landed.done ? { kind: 'stopped', landed } : { kind: 'integrated', landed }
}

function toDeletion({ paths, control: { trash } }: RunContext): Deletion {
  const untilDone = async () => {
    await trash.settled()
    await removeEmptyFolders(paths)
  }
  return { folder: paths.worktrees, countLeft: () => trash.left, untilDone }
}

/** When the first of the parked tasks continues; null: none is parked. */
function tryRetryAt(results: readonly TaskResult[]): string | null {
  const times = results.flatMap(({ outcome, retryAt, rolledBack }) =>
    outcome === 'parked' && retryAt !== null && !rolledBack ? [retryAt] : [],
  )
  return times.sort()[0] ?? null
}

function integrateAll(
  context: RunContext,
  { results, mayRedo, onto = context.base }: FinishRequest,
): Promise<Integrated> {
  return mayRedo ? integrateWithSecondChances(context, onto, results) : integrate(context, onto, results)
}

async function landIntegrated(
  context: RunContext,
  integrated: Integrated,
  { results }: FinishRequest,
): Promise<Landed> {
  const { land: mode } = context.plan.integration
  if (mode === 'push' && !context.signal.aborted) return land(context, integrated, results)
  const lostBase = await tryLostBaseLocally(context)
  if (lostBase !== undefined) return { integrated, done: false, isObsolete: true, message: lostBase }
  const message =
    mode === 'pull-request' && !context.signal.aborted
      ? 'pull requests are only opened on GitHub Actions: this run leaves its branch for you'
      : null
  return { integrated, done: false, message }
}

function toStoppedLandings(results: FinishRequest['results']): Map<TaskId, TaskLanding> {
  const reason = 'the run was stopped before merging'
  const succeeded = [...results.values()].filter(result => result.outcome === 'succeeded')
  return new Map(succeeded.map(({ task }) => [task, { landing: 'held', reason }]))
}

async function readIntegrationFacts(
  { store, plan, paths }: RunContext,
  end: RunEnd,
): Promise<IntegrationFacts> {
  const landed = end.kind === 'parked' ? undefined : end.landed
  const integrated = landed?.integrated
  const hasTip = end.kind === 'integrated' && hasLanded(end.landed.integrated)
  const tip = hasTip ? end.landed.integrated.tip : undefined
  return {
    branch: tip === undefined ? null : toBranchName(store.refs.integration),
    commit: tip?.commit ?? null,
    tree: tip?.tree ?? null,
    ...toTested(integrated),
    forecast: (await readForecastRecord(paths.forecast)).conflicts,
    problem: integrated?.problem ?? null,
    land: toLandReport(plan, landed),
  }
}

type Tested = Omit<IntegrationFacts, 'branch' | 'commit' | 'tree' | 'forecast' | 'problem' | 'land'>

function toTested(integrated: Integrated | undefined): Tested {
  if (integrated === undefined) return { ...toNoFindings(), tests: 'none', testRuns: 0 }
  const { tests, testRuns, testsRemembered, failsOnBase, failing, flaky, warnings } = integrated
  return {
    tests,
    testRuns,
    testsRemembered,
    failsOnBase: [...failsOnBase],
    failing: [...failing],
    flaky: [...flaky],
    warnings: [...warnings],
    conflicts: [...integrated.conflicts],
    reviews: [...integrated.reviews],
    comparisons: [...integrated.comparisons],
  }
}

function toLandReport({ integration }: Plan, landed: Landed | undefined): IntegrationFacts['land'] {
  return {
    mode: integration.land ?? 'none',
    done: landed?.done ?? false,
    obsolete: landed?.isObsolete === true,
    message: landed?.message ?? null,
  }
}

/**
 * The integration branch and the report appear together. An end without a result leaves the branch, and an earlier result's report,
 * unchanged.
 */
async function saveEnd(context: RunContext, report: Report): Promise<Report> {
  const { store } = context
  await saveLog(context)
  const hasResult = report.status !== 'cancelled' && report.integration.problem === null
  const before = await store.readReport()
  if (!hasResult && before !== undefined && before.integration.commit !== null) return report

  const nothing: Placement = { updates: [], integration: report.integration }
  const { updates, integration } = hasResult ? await placeResult(context, report.integration) : nothing
  const saved = { ...report, integration }
  await store.pointRefs([[store.refs.report, await store.writeJson(saved)]], updates)
  return saved
}

async function saveLog({ store, paths }: RunContext): Promise<void> {
  const log = readLogEnd(paths.log(integrationName))
  if (log !== '') await store.pointRefs([[store.refs.log(integrationName), await store.writeText(log)]])
}
