import { readChanges } from '../../git/diff/tree-diff.ts'
import { harnessIdentity, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import { runGit } from '../../git/process/run-git.ts'
import { pushUpdates } from '../../git/remote/push-refs.ts'
import { type RemoteAccess, readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import { editTree } from '../../git/trees/tree-edit.ts'
import { deletedMode } from '../../model/file-modes.ts'
import type { RunStore } from '../../run/run-store.ts'

const workflows = '.github/workflows/'
/** Where GitHub starts none of them. */
const aside = '.github/workflows-kept/'

/**
 * Before kept work is pushed: GitHub refuses all of it if it changes a workflow file and the token may not. Then its ref moves to a
 * commit with the same files on the base, in which workflow files lie in another folder.
 *
 * @param refs Of kept work.
 */
export async function setWorkflowsAside(
  repository: Repository,
  store: RunStore,
  access: RemoteAccess,
  refs: readonly string[],
): Promise<void> {
  const base = await store.resolve(store.refs.base)
  if (base === undefined) return
  for (const ref of refs) {
    const kept = await store.resolve(ref)
    if (kept === undefined || !(await changesWorkflows(repository, base, kept))) continue
    if (!(await isRefused(repository, access, ref, kept))) continue
    await store.pointRefs([[ref, await writeAside(repository, base, kept)]])
  }
}

/** In any of its commits: GitHub looks at each. */
async function changesWorkflows(repository: Repository, base: ObjectId, kept: ObjectId): Promise<boolean> {
  const range = ['--max-count=1', kept, '--not', base, '--', workflows]
  return (await runGit(repository.place, ['rev-list', '--full-history', ...range])).trim() !== ''
}

/** Tried where nothing is there yet: work of an earlier attempt must stay. */
async function isRefused(
  repository: Repository,
  access: RemoteAccess,
  ref: string,
  kept: ObjectId,
): Promise<boolean> {
  const remote = await readRemoteRefs(repository, access, [ref])
  if (remote.kind === 'unreachable' || remote.refs.get(ref) === kept) return false
  if (remote.refs.has(ref)) return true
  const { refused } = await pushUpdates(repository, access, [{ ref, from: undefined, to: kept }])
  return refused.some(({ reason }) => /workflow/i.test(reason))
}

async function writeAside(repository: Repository, base: ObjectId, kept: ObjectId): Promise<ObjectId> {
  const { tree, committedAt, message } = await requireCommit(repository, kept)
  const edits = new Map<string, TreeEntry | undefined>()
  for (const { path, oldMode, oldId, newMode, newId } of await readChanges(repository, base, tree)) {
    if (!path.startsWith(workflows)) continue
    edits.set(path, oldMode === deletedMode ? undefined : { mode: oldMode, id: oldId })
    const moved = `${aside}${path.slice(workflows.length)}`
    if (newMode !== deletedMode) edits.set(moved, { mode: newMode, id: newId })
  }
  return writeCommit(repository.store, {
    tree: await editTree(repository, tree, edits),
    parents: [base],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: committedAt,
    message: `${message.trim()}\n\nIts workflow files are in ${aside}: the token that pushed it may not change workflows.\n`,
    trailers: [],
  })
}
