import { deleteRefs, listRefs, type Ref } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Report, TaskReport } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { listBranches } from '../../run/branches/list-branches.ts'
import type { RunContext } from '../../run/run-context.ts'
import { requireNotCheckedOut } from '../target/require-not-checked-out.ts'
import type { Rollback, RollbackOptions } from './rollback.ts'
import { markRolledBack } from './rolled-back-mark.ts'

interface Closing extends Pick<RollbackOptions, 'task' | 'dryRun' | 'discardWork'> {
  readonly results: Map<TaskId, TaskResult>
  readonly report: Report
}

/** Closes a task that has not landed: the next resume skips it. Its branch and its kept work stay, unless they are discarded, too. */
export async function closeTask(context: RunContext, closing: Closing): Promise<Rollback> {
  const { task, results, report, dryRun, discardWork } = closing
  const { run, target, repository } = context
  const refs = discardWork ? await listWork(context, task) : []
  const rollback: Rollback = {
    run,
    tasks: [task],
    reasons: {},
    way: 'close',
    target,
    discarded: refs,
    report: undefined,
  }
  if (dryRun) return rollback
  await deleteWork(repository, refs)
  const reason = `rolled back: ${report.tasks[task]?.reason ?? 'it had not landed'}`
  await markRolledBack(context, results, [task], reason)
  const closed = { ...(report.tasks[task] as TaskReport), reason, rolledBack: true }
  const after = { ...report, tasks: { ...report.tasks, [task]: closed } }
  await context.store.saveReport(after)
  return { ...rollback, report: after }
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
    throw new RefusedError(`${result.refs.join(', ')} moved in the meantime: try again`)
}
