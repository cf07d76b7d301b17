import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, runGit } from '../process/run-git.ts'

const mostNamed = 3

/**
 * Files of the user that a move of a checkout would overwrite or delete, although no commit has them: git protects those that it
 * would show as untracked, but not ignored ones. Only some of them.
 */
export async function findInTheWay(
  checkout: GitPlace,
  { from, to }: { readonly from: ObjectId; readonly to: ObjectId },
): Promise<string[]> {
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--diff-filter=A', from, to]
  const added = (await runGit(checkout, args)).split('\0').filter(path => path !== '')
  const found = new Set<string>()
  const known = new Map<string, Promise<Kind>>()
  for (const path of added) {
    const taken = await tryFindTaken(checkout.directory, path, known)
    if (taken !== undefined) found.add(taken)
    if (found.size >= mostAsked) break
  }
  if (found.size === 0) return []
  const others = await runGit(checkout, ['--literal-pathspecs', 'ls-files', '--others', '-z', '--', ...found])
  return others
    .split('\0')
    .filter(path => path !== '')
    .slice(0, mostNamed)
}

/** The length of a command line is limited. */
const mostAsked = 100

type Kind = 'folder' | 'other' | 'none'

/** What is at a path, or at one of its folders, where a folder must be. */
async function tryFindTaken(
  root: string,
  path: string,
  known: Map<string, Promise<Kind>>,
): Promise<string | undefined> {
  const names = path.split('/')
  for (let length = 1; length <= names.length; length++) {
    const part = names.slice(0, length).join('/')
    const reading = known.get(part) ?? readKind(join(root, part))
    known.set(part, reading)
    const kind = await reading
    if (kind === 'none') return undefined
    if (kind === 'other' || length === names.length) return part
  }
  return undefined
}

async function readKind(path: string): Promise<Kind> {
  const info = await lstat(path).catch(() => undefined) // not there, or unreadable: then git cannot write there either
  if (info === undefined) return 'none'
  return info.isDirectory() ? 'folder' : 'other'
}
