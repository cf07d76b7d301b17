import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'

/** The first place of the tracked files that a pattern is found in: `server.js:12`. */
export async function tryGrep({ place }: Repository, pattern: string): Promise<string | undefined> {
  const args = ['grep', '-I', '-n', '-m1', '-E', '-e', pattern, '--', ':(top)', ':(top,exclude,glob)**/*.md']
  const [line = ''] = (await tryGit(place, args)).stdout.split('\n')
  return /^(.+?:\d+):/.exec(line)?.[1]
}

/** Those of some names that tracked files mention, apart from lists of what is ignored. */
export async function listMentioned({ place }: Repository, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const patterns = names.flatMap(name => ['-e', name])
  const files = [':(top)', ':(top,exclude,glob)**/.*ignore', ':(top,exclude,glob)**/*.md']
  const { stdout } = await tryGit(place, ['grep', '-I', '-h', '-o', '-F', ...patterns, '--', ...files])
  return new Set(stdout.split('\n'))
}
