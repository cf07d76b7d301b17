import { lstatSync } from 'node:fs'
import { toPathText } from '../objects/path-text.ts'
import { GitError, type GitPlace, tryGitBytes } from '../process/run-git.ts'
import { toNativePath } from './native-path.ts'

/** Limit of new content in all files together. A file with holes takes no space, but git would read it for hours. */
const mostBytes = 8_000_000_000

/** A file that a snapshot leaves out. The path has one character a byte. */
export interface TooLarge {
  readonly rawPath: string
  readonly problem: string
}

/**
 * The new and changed files that are too large to be read, the largest first.
 *
 * @param excludes Settings of the call, which name ignored files.
 */
export async function findTooLarge(place: GitPlace, excludes: readonly string[]): Promise<TooLarge[]> {
  const args = [...excludes, 'ls-files', '-z', '--modified', '--others', '--exclude-standard']
  const { code, stdout, stderr } = await tryGitBytes(place, args)
  if (code !== 0) throw new GitError(args, { code, stdout: '', stderr })
  const paths = [...new Set(stdout.toString('latin1').split('\0'))].filter(path => !/^$|\/$/.test(path))
  const files = paths.map(rawPath => ({ rawPath, bytes: sizeOf(toNativePath(place.directory, rawPath)) }))
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const left: TooLarge[] = []
  if (bytes <= mostBytes) return left
  for (const file of files.sort((a, b) => b.bytes - a.bytes)) {
    if (bytes <= mostBytes) break
    bytes -= file.bytes
    const megabytes = Math.round(file.bytes / 1_000_000)
    left.push({
      rawPath: file.rawPath,
      problem: `${toPathText(file.rawPath)} has ${megabytes} MB, too many to read`,
    })
  }
  return left
}

function sizeOf(path: Buffer): number {
  try {
    return lstatSync(path).size
  } catch {
    return 0 // deleted
  }
}
