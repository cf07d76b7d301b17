import { execFile } from 'node:child_process'
import { chmodSync, lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { makeHarmless } from './nested-repository.ts'
import { tryProgram } from './programs.ts'

const run = promisify(execFile)

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
  const find = tryProgram('find')
  if (find === undefined) return []
  const names = opened.flatMap((name, index) => (index === 0 ? ['-name', name] : ['-o', '-name', name]))
  const isSpecial = ['!', '-type', 'f', '!', '-type', 'd', '!', '-type', 'l']
  const args = [
    ...[folder, '-xdev', '-name', '.git', '-print0', '-prune'],
    ...['-o', '(', ...names, ')', ...isSpecial, '-print0'],
    // git opens files of known names in folders that can only be entered.
    ...[
      '-o',
      '-type',
      'd',
      '-perm',
      '-100',
      '!',
      '-perm',
      '-400',
      '-exec',
      tryProgram('chmod') ?? 'chmod',
      'u+r',
      '{}',
      ';',
    ],
  ]
  const { stdout } = await run(find, args, { encoding: 'latin1', maxBuffer: 1 << 27 }).catch(requireOutput)
  const paths = stdout.split('\0').slice(0, -1)
  if (paths.length > mostPaths) throw new Error(`${folder} holds too many pipes or git repositories`)
  return paths
}

/** Unreadable or vanished entries are left to git. */
function requireOutput(error: Error & { readonly code?: unknown; readonly stdout?: string }): {
  readonly stdout: string
} {
  if (typeof error.code === 'number' && error.stdout !== undefined) return { stdout: error.stdout }
  throw error
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
