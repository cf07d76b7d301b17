import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'

/** A line of a tracked file. */
export interface TrackedLine {
  /** With the line number: `server.js:12`. */
  readonly path: string
  readonly text: string
}

/** Generated or foreign files say little. */
const leftOut = [
  ...['*.md', '*.min.js', '*.map', '*.test.*', '*.spec.*'].map(name => `**/${name}`),
  ...['dist', 'vendor', 'test', 'tests', '__tests__', 'node_modules'].map(name => `**/${name}/**`),
]

/** The first line of the tracked files that matches a pattern and is meant. Only the first match of a file counts. */
export async function tryGrep(
  { place }: Repository,
  pattern: string,
  isMeant: (text: string) => boolean = () => true,
): Promise<TrackedLine | undefined> {
  const excludes = leftOut.map(glob => `:(top,exclude,glob)${glob}`)
  const args = ['grep', '-I', '-n', '-m1', '-E', '-e', pattern, '--', ':(top)', ...excludes]
  const { stdout } = await tryGit(place, args)
  for (const line of stdout.split('\n')) {
    const [, path, text = ''] = /^(.+?:\d+):(.*)$/.exec(line) ?? []
    if (path !== undefined && isMeant(text)) return { path, text }
  }
  return undefined
}

/** The names that tracked files mention, not counting lists of ignored files. */
export async function listMentioned({ place }: Repository, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const patterns = names.flatMap(name => ['-e', name])
  const files = [':(top)', ':(top,exclude,glob)**/.*ignore', ':(top,exclude,glob)**/*.md']
  const { stdout } = await tryGit(place, ['grep', '-I', '-h', '-o', '-F', ...patterns, '--', ...files])
  return new Set(stdout.split('\n'))
}
