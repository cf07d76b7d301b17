import { execFile } from 'node:child_process'
import { chmodSync, lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { findFiles, withNames } from './find-files.ts'
import { isBlocking, makeHarmless } from './nested-repository.ts'
import { requireProgram, tryProgram } from './programs.ts'

const run = promisify(execFile)

/** Files that git opens wherever it meets them. */
const opened = ['.gitignore', '.gitattributes', '.gitmodules']

const mostPaths = 20_000

/**
 * Deletes pipes, sockets and devices that git opens: it would block on them for ever. They hold no data. Links are no danger under
 * these names, git does not follow those; in repositories inside of the folder it does. Throws if one cannot be deleted.
 */
export async function removeSpecialFiles(folder: string): Promise<void> {
  const paths = await findOpened(folder)
  if (paths.some(isTooLong)) await removeDeepSpecial(folder)
  for (const path of paths.filter(path => !isTooLong(path))) {
    if (path.endsWith('/.git')) {
      if (path !== `${Buffer.from(folder).toString('latin1')}/.git`) makeHarmless(path)
    } else removeSpecial(path)
  }
}

/**
 * Throws if git would block on something in a folder. Changes nothing there: while an agent works in it, a folder on the way may become
 * a link to one of the user's.
 */
export async function requireNoSpecialFiles(folder: string): Promise<void> {
  const own = `${Buffer.from(folder).toString('latin1')}/.git`
  const paths = (await findFiles(folder, listOpened)).filter(path => path !== own)
  const found = paths.find(path => (path.endsWith('/.git') ? isTooLong(path) || isBlocking(path) : true))
  if (found !== undefined) throw new Error(`git would block on ${Buffer.from(found, 'latin1')}`)
}

/** Of a path that is given to the system, with room for names in a `.git`. git opens longer ones, because it names them from its folder. */
const longestPath = 4000

function isTooLong(path: string): boolean {
  return path.length > longestPath
}

/**
 * `find` enters one folder after another, so that no path is too long for it. A `.git` so deep is deleted, whatever it leads to: no
 * file beside it can be committed.
 */
async function removeDeepSpecial(folder: string): Promise<void> {
  const isDeep = ['-regextype', 'posix-extended', '-regex', `.{${longestPath - '/.git'.length},}/\\.git`]
  const remove = ['-execdir', requireProgram('rm'), '-rf', '{}', ';']
  for (const search of [
    [...isDeep, '-prune', ...remove],
    [...withNames(opened), ...isSpecial, '-delete'],
  ])
    await run(requireProgram('find'), [folder, '-xdev', ...search], { env: deepEnvironment })
}

/** With an empty or relative folder in PATH, `find` executes nothing in other folders. */
const deepEnvironment = { LC_ALL: 'C', PATH: '/' }

const isSpecial = ['!', '-type', 'f', '!', '-type', 'd', '!', '-type', 'l']

const listOpened = [
  ...['-name', '.git', '-print0', '-prune'],
  ...['-o', ...withNames(opened), ...isSpecial, '-print0'],
]

/** The special files that git opens, and every `.git`. Paths have one character a byte. */
async function findOpened(folder: string): Promise<string[]> {
  // git opens files of known names in folders that can only be entered.
  const isClosed = ['-type', 'd', '-perm', '-100', '!', '-perm', '-400']
  const makeReadable = ['-exec', tryProgram('chmod') ?? 'chmod', 'u+r', '{}', ';']
  const paths = await findFiles(folder, [...listOpened, ...['-o', ...isClosed, ...makeReadable]])
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
