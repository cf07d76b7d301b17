import type { ObjectId } from '../git/objects/objects.ts'
import { readContainment } from '../git/refs/containment.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { isAncestor } from '../git/worktree/import-commits.ts'
import { readTarget } from '../integration/land/read-target.ts'
import { revertTasks } from '../integration/land/revert-tasks.ts'
import type { Plan, TaskId } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { Report } from '../model/report.ts'
import type { EmitEvent } from '../model/run-event.ts'
import type { TaskResult } from '../model/task-result.ts'
import { toTopologicalOrder, withDescendants } from '../plan/graph/graph.ts'
import { didYouMean } from '../plan/schema/suggest.ts'
import { requireRun } from '../run/claim-run.ts'
import type { RunContext } from '../run/run-context.ts'
import { RunStore } from '../run/run-store.ts'
import { readLogEnd, writeLogLine } from '../run/task-log.ts'
import { finishRun } from './finish-run.ts'
import { readPlanOf } from './read-status.ts'
import { withRun } from './resume/with-run.ts'
import { requireNotCheckedOut } from './target/require-not-checked-out.ts'

export interface RollbackOptions {
  readonly task: TaskId
  readonly run: string | undefined
  readonly dryRun: boolean
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** What is (or would be) taken out, and how. */
export interface Rollback {
  readonly run: string
  /** The task and those that build on it, each behind what it needs. */
  readonly tasks: readonly TaskId[]
  /** `rebuild`: the integration branch is made anew. `revert`: it is in the target already, which gets revert commits. */
  readonly way: 'rebuild' | 'revert'
  readonly target: string
  /** Undefined after a dry run. */
  readonly report: Report | undefined
}

/** Takes a task that was merged, and all that builds on it, out again. */
export async function rollbackTask(repository: Repository, options: RollbackOptions): Promise<Rollback> {
  const run = await requireRun(repository, options.run)
  const store = new RunStore(repository, run)
  const plan = await readPlanOf(store)
  const report = await store.readReport()
  requireLanded(plan, run, options.task, report)
  const { signal, emit } = options
  return withRun({ repository, run, plan, signal, emit }, async (context, results) => {
    const tasks = await findDependents(context, results, report, options.task)
    const tip = report.integration.commit as ObjectId
    const way = (await isInTarget(context, tip)) ? 'revert' : 'rebuild'
    const rollback = { run, tasks, way, target: context.target, report: undefined } as const
    if (options.dryRun) return rollback
    if (way === 'rebuild') await requireNotCheckedOut(repository, [store.refs.integration])
    const done =
      way === 'rebuild'
        ? await rebuild(context, results, tasks)
        : await revert(context, results, tasks, report)
    return { ...rollback, report: done }
  })
}

function requireLanded(
  plan: Plan,
  run: string,
  task: TaskId,
  report: Report | undefined,
): asserts report is Report {
  const ids = plan.tasks.map(({ id }) => id)
  if (!ids.includes(task))
    throw new RefusedError(`\`${task}\` is not a task of run ${run}${didYouMean(task, ids)}`)
  if (report?.tasks[task]?.landing !== 'landed') {
    const landing = report?.tasks[task]?.landing ?? 'none'
    throw new RefusedError(
      `${task} has not landed in run ${run} (landing: ${landing}): there is nothing to take out`,
    )
  }
}

/** All landed tasks that need the given one, or whose branches contain its commits. */
async function findDependents(
  { plan, harness, base }: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
  report: Report,
  task: TaskId,
): Promise<TaskId[]> {
  const landed = plan.tasks.filter(({ id }) => report.tasks[id]?.landing === 'landed')
  const commitOf = (id: TaskId) => results.get(id)?.commit ?? ''
  const own = commitOf(task)
  const { within } = await readContainment(
    harness,
    base,
    landed.map(({ id }) => commitOf(id)),
  )
  const builtOn = landed.filter(({ id }) => within.get(commitOf(id))?.has(own)).map(({ id }) => id)
  const affected = withDescendants(plan.tasks, [task, ...builtOn])
  return toTopologicalOrder(landed.filter(({ id }) => affected.has(id))).map(({ id }) => id)
}

async function isInTarget(context: RunContext, tip: ObjectId): Promise<boolean> {
  const state = await readTarget(context.repository, context.target)
  if ('refusal' in state) throw new RefusedError(state.refusal)
  return isAncestor(context.harness, tip, state.tip)
}

async function rebuild(
  context: RunContext,
  results: Map<TaskId, TaskResult>,
  tasks: readonly TaskId[],
): Promise<Report> {
  const before = tasks.map(id => results.get(id) as TaskResult)
  await markRolledBack(context, results, tasks, 'rolled back')
  // The landing that was chosen for the run is not repeated: taking something out only changes the branch.
  const integration = { ...context.plan.integration, land: 'none' as const }
  const quiet = { ...context, plan: { ...context.plan, integration } }
  const startedAt = performance.now()
  const report = await finishRun(quiet, { results, mayRedo: false, resumed: true, startedAt })
  const { trouble } = report.integration
  if (report.status !== 'cancelled' && trouble === null) return report
  for (const result of before) await saveMark(context, result, 'not rolled back')
  throw new RefusedError(`nothing was taken out: ${trouble ?? 'it was stopped'}`)
}

async function revert(
  context: RunContext,
  results: Map<TaskId, TaskResult>,
  tasks: readonly TaskId[],
  report: Report,
): Promise<Report> {
  const message = await revertTasks(context, report.integration.commit as ObjectId, new Set(tasks))
  await markRolledBack(context, results, tasks, `rolled back: reverted on ${context.target}`)
  const reason = `rolled back: reverted on ${context.target}`
  const changed = tasks.map(
    id => [id, { ...report.tasks[id], landing: 'none', reason, rolledBack: true }] as const,
  )
  const after = {
    ...report,
    status: 'partial',
    tasks: { ...report.tasks, ...Object.fromEntries(changed) },
    integration: { ...report.integration, land: { ...report.integration.land, message } },
  } as Report
  await context.store.saveReport(after)
  return after
}

async function markRolledBack(
  context: RunContext,
  results: Map<TaskId, TaskResult>,
  tasks: readonly TaskId[],
  reason: string,
): Promise<void> {
  for (const id of tasks) {
    const result = { ...(results.get(id) as TaskResult), rolledBack: true, reason }
    results.set(id, result)
    await saveMark(context, result, reason)
  }
}

async function saveMark({ store, paths }: RunContext, result: TaskResult, text: string): Promise<void> {
  const log = paths.log(result.task)
  await writeLogLine(log, text)
  await store.saveResult(result, undefined, readLogEnd(log))
}
