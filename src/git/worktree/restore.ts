import { lstatSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { listCostlyPatterns } from '../../files/costly-patterns.ts'
import { requireNoMounts } from '../../files/mounts-below.ts'
import { removeSpecialFiles } from '../../files/special-files.ts'
import { deletedMode, submoduleMode } from '../../model/file-modes.ts'
import { readChanges } from '../diff/tree-diff.ts'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { toNativePath } from './native-path.ts'
import { ensureFolder, placeOf, type Worktree } from './worktree.ts'

/** A tree, except for some paths that come from another one. */
export interface TreeWithPaths {
  readonly tree: ObjectId
  readonly source: ObjectId
  readonly paths: readonly string[]
}

/** Restores tracked and new files of a worktree from a tree. Ignored files stay. */
export async function restoreWorktree(
  control: ControlRepository,
  worktree: Worktree,
  tree: ObjectId,
): Promise<void> {
  const place = placeOf(control, worktree)
  await ensureFolder(worktree)
  requireNoMounts(worktree.path)
  await removeSpecialFiles(worktree.path)
  for (const path of await listCostlyPatterns(worktree)) await rm(path)
  await runGit(place, ['read-tree', '--reset', '-u', tree])
  await runGit(place, ['-c', `core.excludesFile=${worktree.exclude}`, 'clean', '-d', '--force', '--quiet'])
}

/** Writes such a tree. Uses an index beside that of the worktree, not its files. */
export async function withPathsFrom(
  control: ControlRepository,
  worktree: Worktree,
  { tree, source, paths }: TreeWithPaths,
): Promise<ObjectId> {
  if (paths.length === 0) return tree
  const changes = await readChanges(control.repository, source, tree)
  const wanted = new Set(paths)
  const none = '0'.repeat(tree.length)
  const lines = changes
    .filter(change => wanted.has(change.path))
    .map(({ oldMode, oldId, rawPath }) => `${oldId === none ? '0' : oldMode} ${oldId}\t${rawPath}\0`)
  const place = { ...control.place, env: { ...control.place.env, GIT_INDEX_FILE: toEditIndex(worktree) } }
  await rm(`${toEditIndex(worktree)}.lock`, { force: true })
  await runGit(place, ['read-tree', tree])
  await runGit(place, ['update-index', '-z', '--index-info'], Buffer.from(lines.join(''), 'latin1'))
  return runGit(place, ['write-tree'])
}

function toEditIndex({ index }: Worktree): string {
  return `${index}.edit`
}

/** Restores only some files of a worktree from a tree, so that work which could not be saved stays untouched. */
export async function restorePaths(
  control: ControlRepository,
  worktree: Worktree,
  edit: TreeWithPaths,
): Promise<void> {
  if (edit.paths.length === 0) return
  const changes = await readChanges(
    control.repository,
    edit.tree,
    await withPathsFrom(control, worktree, edit),
  )
  for (const { rawPath } of changes.filter(({ newMode }) => newMode === deletedMode)) {
    const path = toNativePath(worktree.path, rawPath)
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false) await rm(path)
  }
  const written = changes.filter(({ newMode }) => newMode.startsWith('1') && newMode !== submoduleMode)
  const place = placeOf(control, { ...worktree, index: toEditIndex(worktree) })
  const paths = written.map(({ rawPath }) => `${rawPath}\0`).join('')
  await runGit(place, ['checkout-index', '--force', '-z', '--stdin'], Buffer.from(paths, 'latin1'))
}
