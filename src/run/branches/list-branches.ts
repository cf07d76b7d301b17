import { isAncestor } from '../../git/agent-work/import-commits.ts'
import { tryBroughtTask } from '../../git/merge/chain.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { listRefs, type Ref } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import type { TaskId } from '../../model/plan.ts'
import { branchRefs, stateRefs, toBranchName } from '../run-refs.ts'
import type { RunStore } from '../run-store.ts'

/** The existing branches of a run. Branches that others made under a shared name do not count. */
export async function listBranches(repository: Repository, store: RunStore): Promise<Ref[]> {
  if (store.pattern === undefined) return listRefs(repository, [`${branchRefs}${store.run}`])
  const names = await listBranchNames(repository, store)
  const refs = await listRefs(repository, [...names.keys()])
  const known = refs.filter(({ name }) => names.has(name))
  const isOwn = await Promise.all(known.map(ref => isOwnBranch(repository, store, ref, names.get(ref.name))))
  return known.filter((_, index) => isOwn[index])
}

/** The tasks of branches, by ref; undefined: the result. */
export async function listBranchNames(
  repository: Repository,
  store: RunStore,
): Promise<Map<string, TaskId | undefined>> {
  const results = await listRefs(repository, [`${stateRefs}${store.run}/results`])
  const tasks = results.map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
  return new Map([
    ...tasks.map(task => [store.refs.branch(task), task] as const),
    [store.refs.integration, undefined],
  ])
}

/** Whether a branch is what this run left under that name, possibly with commits on top. */
export async function isOwnBranch(
  repository: Repository,
  store: RunStore,
  { name, id }: Ref,
  task: TaskId | undefined,
): Promise<boolean> {
  if (!store.hasSharedNames) return true
  if (task === undefined && (await isResultOf(repository, store, id))) return true
  const left = task === undefined ? (await store.readReport())?.integration : await store.readResult(task)
  if (left?.branch !== toBranchName(name) || left.commit === null) return false
  return left.commit === id || isAncestor(repository, left.commit, id)
}

/** The commit of a branch of this run; `undefined` as the task: the result. */
export async function resolveOwnBranch(
  repository: Repository,
  store: RunStore,
  task: TaskId | undefined,
): Promise<ObjectId | undefined> {
  const name = task === undefined ? store.refs.integration : store.refs.branch(task)
  const id = await store.resolve(name)
  return id !== undefined && (await isOwnBranch(repository, store, { name, id }, task)) ? id : undefined
}

async function isResultOf(repository: Repository, { run }: RunStore, id: ObjectId): Promise<boolean> {
  return tryBroughtTask(await requireCommit(repository, id), run) !== undefined
}
