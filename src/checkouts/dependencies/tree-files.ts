import type { ObjectId } from '../../git/objects/objects.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'

/** A file of a tree, as git lists it. */
export interface TreeFile {
  readonly mode: string
  readonly id: string
  readonly path: string
}

/** `git ls-files --stage` and `git ls-tree` differ in their middle columns. */
const linePattern = /^(\d+) (?:blob |commit )?([0-9a-f]+)(?: \d)?\t(.*)$/s

/** @param listing All files of a tree, separated by NUL, from `git ls-files --stage` or `git ls-tree -r`. */
export function toTreeFiles(listing: string): TreeFile[] {
  return listing.split('\0').flatMap(line => {
    const [, mode = '', id = '', path] = linePattern.exec(line) ?? []
    return path === undefined ? [] : [{ mode, id, path }]
  })
}

/** All files of a commit. */
export async function readTreeFiles(
  { place }: Pick<Repository, 'place'>,
  commit: ObjectId,
): Promise<TreeFile[]> {
  return toTreeFiles(await runGit(place, ['ls-tree', '-r', '-z', '--full-tree', commit]))
}
