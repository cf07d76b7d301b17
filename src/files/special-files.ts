import { chmodSync, lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { findFiles, withNames } from './find-files.ts'
import { makeHarmless } from './nested-repository.ts'
import { tryProgram } from './programs.ts'

/** Files that git opens wherever it meets them. */
const opened = ['.gitignore', '.gitattributes', '.gitmodules']

const mostPaths = 20_000

/**
 * Deletes pipes, sockets and devices that git opens: it would block on them for ever. They hold no data. Links are no danger under
 * these names, git does not follow those; in repositories inside of the folder it does. Throws if one cannot be deleted.
 */
export async function removeSpecialFiles(folder: string): Promise<void> {
  for (const path of await findOpened(folder)) {
    if (path.endsWith('/.git')) {
      if (path !== `${Buffer.from(folder).toString('latin1')}/.git`) makeHarmless(path)
    } else removeSpecial(path)
  }
}

/** The special files that git opens, and every `.git`. Paths have one character a byte. */
async function findOpened(folder: string): Promise<string[]> {
  const isSpecial = ['!', '-type', 'f', '!', '-type', 'd', '!', '-type', 'l']
  // git opens files of known names in folders that can only be entered.
  const isClosed = ['-type', 'd', '-perm', '-100', '!', '-perm', '-400']
  const makeReadable = ['-exec', tryProgram('chmod') ?? 'chmod', 'u+r', '{}', ';']
  const paths = await findFiles(folder, [
    ...['-name', '.git', '-print0', '-prune'],
    ...['-o', ...withNames(opened), ...isSpecial, '-print0'],
    ...['-o', ...isClosed, ...makeReadable],
  ])
  if (paths.length > mostPaths) throw new Error(`${folder} holds too many pipes or git repositories`)
  return paths
}

function removeSpecial(rawPath: string): void {
  const path = Buffer.from(rawPath, 'latin1')
  if (tryUnlink(path)) return
  const folder = Buffer.from(dirname(rawPath), 'latin1')
  chmodSync(folder, lstatSync(folder).mode | 0o200)
  if (!tryUnlink(path))
    throw new Error(`${path} is a pipe or a device that cannot be deleted: git would block on it`)
}

function tryUnlink(path: Buffer): boolean {
  try {
    unlinkSync(path)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
