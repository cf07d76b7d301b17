import { isAncestor } from '../../git/agent-work/import-commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { readContainment } from '../../git/refs/containment.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { readTarget } from '../../integration/land/read-target.ts'
import { revertTasks } from '../../integration/land/revert-tasks.ts'
import type { Plan, Task, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toTopologicalOrder, withDescendants } from '../../plan/graph/graph.ts'
import { didYouMean } from '../../plan/schema/suggest.ts'
import { requireRun } from '../../run/opening/claim-run.ts'
import type { RunContext } from '../../run/run-context.ts'
import { openStore } from '../../run/run-store.ts'
import { finishRun } from '../finish-run.ts'
import { readPlanOf } from '../read-status.ts'
import { withResults } from '../resume/with-results.ts'
import { requireNotCheckedOut } from '../target/require-not-checked-out.ts'
import { closeTask } from './close-task.ts'
import type { Rollback, RollbackOptions } from './rollback.ts'
import { markRolledBack, saveMark } from './rolled-back-mark.ts'

/** Rolls back a merged task, and everything that builds on it. */
export async function rollbackTask(repository: Repository, options: RollbackOptions): Promise<Rollback> {
  const run = await requireRun(repository, options.run)
  const store = await openStore(repository, run)
  const plan = await readPlanOf(store)
  const report = await store.readReport()
  requireEnded(plan, run, options, report)
  const { signal, emit } = options
  return withResults({ repository, run, plan, signal, emit }, async (context, results) => {
    if (report.tasks[options.task]?.landing !== 'landed')
      return closeTask(context, { ...options, results, report })
    const { tasks, reasons } = await findDependents(context, results, report, options.task)
    const tip = report.integration.commit as ObjectId
    const way = (await isInTarget(context, tip)) ? 'revert' : 'rebuild'
    const rollback: Rollback = {
      run,
      tasks,
      reasons,
      way,
      target: context.target,
      reverts: [],
      discarded: [],
      report: undefined,
    }
    if (options.dryRun) return rollback
    if (way === 'rebuild') await requireNotCheckedOut(repository, [store.refs.integration])
    return way === 'rebuild'
      ? { ...rollback, report: await rebuild(context, results, tasks) }
      : { ...rollback, ...(await revert(context, results, tasks, report)) }
  })
}

function requireEnded(
  plan: Plan,
  run: string,
  { task, discardWork }: RollbackOptions,
  report: Report | undefined,
): asserts report is Report {
  const ids = plan.tasks.map(({ id }) => id)
  if (!ids.includes(task))
    throw new RefusedError(`\`${task}\` is not a task of run ${run}${didYouMean(task, ids)}`)
  const ended = report?.tasks[task]
  if (ended === undefined)
    throw new RefusedError(`run ${run} has no report yet: stop it first, or wait until it has ended`)
  if (ended.rolledBack && !discardWork) throw new RefusedError(`${task} is already rolled back in run ${run}`)
  if (ended.startedAt === null)
    throw new RefusedError(`${task} was not started in run ${run}: nothing to roll back`)
}

/** All landed tasks that need the given one, or whose branches contain its commits. */
async function findDependents(
  { plan, control, base }: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
  report: Report,
  task: TaskId,
): Promise<Pick<Rollback, 'tasks' | 'reasons'>> {
  const landed = plan.tasks.filter(({ id }) => report.tasks[id]?.landing === 'landed')
  const commitOf = (id: TaskId) => results.get(id)?.commit ?? ''
  const own = commitOf(task)
  const { within } = await readContainment(
    control,
    base,
    landed.map(({ id }) => commitOf(id)),
  )
  const builtOn = landed.filter(({ id }) => within.get(commitOf(id))?.has(own)).map(({ id }) => id)
  const affected = withDescendants(plan.tasks, [task, ...builtOn])
  const tasks = toTopologicalOrder(landed.filter(({ id }) => affected.has(id)))
  const toReason = ({ needs }: Task): string => {
    const needed = needs.filter(other => affected.has(other))
    return needed.length > 0 ? `needs ${needed.join(', ')}` : `was built on the code of ${task}`
  }
  const others = tasks.filter(({ id }) => id !== task)
  return {
    tasks: tasks.map(({ id }) => id),
    reasons: Object.fromEntries(others.map(other => [other.id, toReason(other)])),
  }
}

async function isInTarget(context: RunContext, tip: ObjectId): Promise<boolean> {
  const state = await readTarget(context.repository, context.target)
  if ('refusal' in state) throw new RefusedError(state.refusal)
  return isAncestor(context.control, tip, state.tip)
}

async function rebuild(
  context: RunContext,
  results: Map<TaskId, TaskResult>,
  tasks: readonly TaskId[],
): Promise<Report> {
  const before = tasks.map(id => results.get(id) as TaskResult)
  await markRolledBack(context, results, tasks, 'rolled back')
  // Landing is not repeated: a rollback only changes the branch.
  const integration = { ...context.plan.integration, land: 'none' as const }
  const quiet = { ...context, plan: { ...context.plan, integration } }
  const startedAt = performance.now()
  const { report, deletion } = await finishRun(quiet, {
    results,
    mayRedo: false,
    mayPark: true,
    resumed: true,
    startedAt,
  })
  await deletion.untilDone()
  const { problem } = report.integration
  if (report.status !== 'cancelled' && problem === null) return report
  for (const result of before) await saveMark(context, result, 'not rolled back')
  throw new RefusedError(`nothing was removed: ${problem ?? 'it was stopped'}`)
}

async function revert(
  context: RunContext,
  results: Map<TaskId, TaskResult>,
  tasks: readonly TaskId[],
  report: Report,
): Promise<Pick<Rollback, 'report' | 'reverts'>> {
  const { message, commits } = await revertTasks(
    context,
    report.integration.commit as ObjectId,
    new Set(tasks),
  )
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
  return { report: after, reverts: commits }
}
