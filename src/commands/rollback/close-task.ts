import { deleteRefs, listRefs, type Ref } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Report, TaskReport } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { withDescendants } from '../../plan/graph/graph.ts'
import { listBranches } from '../../run/branches/list-branches.ts'
import type { RunContext } from '../../run/run-context.ts'
import { requireNotCheckedOut } from '../target/require-not-checked-out.ts'
import type { Rollback, RollbackOptions } from './rollback.ts'
import { markRolledBack } from './rolled-back-mark.ts'

interface Closing extends Pick<RollbackOptions, 'task' | 'dryRun' | 'discardWork'> {
  readonly results: Map<TaskId, TaskResult>
  readonly report: Report
}

/**
 * Closes a task that has not landed, and those that wait for it: the next resume skips them. Its branch and its kept work stay,
 * unless they are discarded, too.
 */
export async function closeTask(context: RunContext, closing: Closing): Promise<Rollback> {
  const { task, results, report, dryRun, discardWork } = closing
  const { run, target, repository } = context
  const refs = discardWork ? await listWork(context, task) : []
  const others = findWaiting(context, closing)
  const rollback: Rollback = {
    run,
    tasks: [task, ...others.keys()],
    reasons: Object.fromEntries(others),
    way: 'close',
    target,
    reverts: [],
    discarded: refs,
    report: undefined,
  }
  if (dryRun) return rollback
  await deleteWork(repository, refs)
  const closed = rollback.tasks.filter(id => !report.tasks[id]?.rolledBack)
  const after = closed.reduce(withClosed, report)
  for (const id of closed) await markRolledBack(context, results, [id], after.tasks[id]?.reason ?? '')
  await context.store.saveReport(after)
  return { ...rollback, report: after }
}

/** Tasks that have not landed either and cannot without this one, each with the reason. */
function findWaiting({ plan }: RunContext, { task, results, report }: Closing): Map<TaskId, string> {
  const affected = withDescendants(
    plan.tasks.map(each => ({ ...each, after: [] })),
    [task],
  )
  const waiting = plan.tasks.filter(({ id }) => {
    const { landing, rolledBack } = report.tasks[id] ?? {}
    return id !== task && affected.has(id) && results.has(id) && landing !== 'landed' && !rolledBack
  })
  const toReason = ({ needs }: Task) => `needs ${needs.filter(id => affected.has(id)).join(', ')}`
  return new Map(waiting.map(each => [each.id, toReason(each)]))
}

function withClosed(report: Report, id: TaskId): Report {
  const task = report.tasks[id] as TaskReport
  const reason = `rolled back: ${task.reason ?? 'it had not landed'}`
  return { ...report, tasks: { ...report.tasks, [id]: { ...task, reason, rolledBack: true } } }
}

async function listWork({ repository, store }: RunContext, task: TaskId): Promise<Ref[]> {
  const { branch, kept } = store.refs
  const branches = (await listBranches(repository, store)).filter(({ name }) => name === branch(task))
  return [...branches, ...(await listRefs(repository, [kept(task)]))]
}

async function deleteWork(repository: Repository, refs: readonly Ref[]): Promise<void> {
  await requireNotCheckedOut(
    repository,
    refs.map(({ name }) => name),
  )
  const result = await deleteRefs(repository, refs)
  if (result.kind === 'moved')
    throw new RefusedError(`${result.refs.join(', ')} changed meanwhile: try again`)
}
