import type { TaskId } from '../../model/plan.ts'
import { isOwnBranch } from '../../run/branches/list-branches.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toBranchName } from '../../run/run-refs.ts'

/** Why a task can get no branch: someone else has created one with that name. Undefined: it can. */
export async function tryForeignReason(
  { repository, store }: RunContext,
  task: TaskId,
): Promise<string | undefined> {
  const name = store.refs.branch(task)
  const id = store.hasSharedNames ? await store.resolve(name) : undefined
  if (id === undefined || (await isOwnBranch(repository, store, { name, id }, task))) return undefined
  const branch = toBranchName(name)
  return `the branch ${branch} was created by someone else and was not moved: the work is kept. Rename that branch with "git branch -m ${branch} <other name>", then: parallel-agents run --resume ${store.run}`
}
