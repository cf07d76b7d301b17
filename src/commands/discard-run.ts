import { reclaimLeft } from '../checkouts/reclaim.ts'
import { removePlain } from '../files/plain-file.ts'
import { deleteRefs, type Ref } from '../git/refs/refs.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { requireCommit } from '../git/trees/read-commit.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { EmitEvent } from '../model/run-event.ts'
import { requireRun } from '../run/opening/claim-run.ts'
import { lockRun, withLock } from '../run/opening/run-lock.ts'
import { removeLocalState } from '../run/remove-local-state.ts'
import type { RunId } from '../run/run-id.ts'
import { findRunPaths } from '../run/run-paths.ts'
import { toBranchName } from '../run/run-refs.ts'
import { openStore, type RunStore } from '../run/run-store.ts'
import { endLeftProcesses } from '../tasks/rescue/end-left-processes.ts'
import { rescueRun } from '../tasks/rescue/rescue-run.ts'
import { findMerged, listLeftFolders, listRunWork, type RunWork } from './clean-runs.ts'
import { requireNotCheckedOut } from './target/require-not-checked-out.ts'

/** Work that only one run keeps. */
export interface OwnWork {
  readonly name: string
  readonly commit: string
  readonly subject: string
}

/** What discarding a run deletes. */
export interface Discard {
  readonly run: RunId
  /** Branches and kept work with commits that no ref outside of the run has. */
  readonly lost: readonly OwnWork[]
  /** Checkouts with files that git could not add. */
  readonly folders: readonly string[]
  readonly refs: number
  /** False for a preview. */
  readonly isDone: boolean
}

export interface DiscardOptions {
  readonly run: string
  /** Returns whether all of this may be deleted. */
  readonly confirm: (discard: Discard) => Promise<boolean>
  readonly emit: EmitEvent
}

/** Discards everything of a run: its branches, kept work, checkouts, records and logs. Landed work stays. */
export async function discardRun(
  repository: Repository,
  { run: name, confirm, emit }: DiscardOptions,
): Promise<Discard> {
  const run = await requireRun(repository, name)
  return withLock(repository, await lockRun(repository, run, emit), async () => {
    await endLeftProcesses({ run, paths: findRunPaths(repository, run) })
    for (const text of await reclaimLeft(repository)) emit({ kind: 'notice', text })
    await rescueRun(repository, run)
    const store = await openStore(repository, run)
    const { refs, commits } = await listRunWork(repository, store)
    await requireNotCheckedOut(
      repository,
      refs.map(ref => ref.name),
    )
    const discard = await describe(repository, store, { refs, commits })
    if (!(await confirm(discard))) return discard
    await remove(repository, run, refs)
    return { ...discard, isDone: true }
  })
}

async function describe(
  repository: Repository,
  store: RunStore,
  { refs, commits }: RunWork,
): Promise<Discard> {
  const { run } = store
  const report = await store.readReport()
  const merged = new Set(await findMerged(repository, run, report, commits))
  const own = commits.filter(ref => !merged.has(ref))
  return {
    run,
    lost: await Promise.all(own.map(ref => readOwnWork(repository, ref))),
    folders: await listLeftFolders(findRunPaths(repository, run)),
    refs: refs.length,
    isDone: false,
  }
}

async function readOwnWork(repository: Repository, { name, id }: Ref): Promise<OwnWork> {
  const { message } = await requireCommit(repository, id)
  return { name: toBranchName(name), commit: id, subject: message.split('\n')[0] ?? '' }
}

/**
 * The refs are deleted together; the files only after them. The lock is among the refs, so that a run that has just started is not
 * deleted.
 */
async function remove(repository: Repository, run: RunId, refs: readonly Ref[]): Promise<void> {
  const result = await deleteRefs(repository, refs)
  if (result.kind === 'moved')
    throw new RefusedError(`${result.refs.map(toBranchName).join(', ')} changed meanwhile: discard again`)
  const paths = findRunPaths(repository, run)
  for (const folder of [...(await listLeftFolders(paths)), paths.worktrees]) removePlain(folder)
  await removeLocalState(paths)
  removePlain(paths.state)
}
