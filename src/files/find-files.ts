import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { tryProgram } from './programs.ts'

const run = promisify(execFile)

/**
 * The paths that a search by `find -print0` prints, below `folder`, on the same file system, with one character a byte: names need
 * not be UTF-8. Folders that are unreadable or vanish meanwhile are left out. None where `find` is missing.
 */
export async function findFiles(folder: string, search: readonly string[]): Promise<string[]> {
  const find = tryProgram('find')
  if (find === undefined) return []
  const ended = run(find, [folder, '-xdev', ...search], { encoding: 'latin1', maxBuffer: 1 << 27 })
  return (await ended.catch(requireOutput)).stdout.split('\0').slice(0, -1)
}

/** The tests of `find` for any of these names. */
export function withNames(names: readonly string[]): string[] {
  return ['(', ...names.flatMap((name, index) => [...(index === 0 ? [] : ['-o']), '-name', name]), ')']
}

/** find fails where it could not read a folder, with what it has found. */
function requireOutput(error: Error & { readonly code?: unknown; readonly stdout?: string }): {
  readonly stdout: string
} {
  if (typeof error.code === 'number' && error.stdout !== undefined) return { stdout: error.stdout }
  throw error
}
