import type { ObjectId } from '../objects/objects.ts'
import { tryGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

export interface FoundLine {
  readonly path: string
  /** The line; with `-n`, preceded by its number and a NUL. */
  readonly text: string
}

/**
 * Lines of a commit's files that match extended regular expressions. A failure of git counts as no match: it only costs hints.
 *
 * @param options More options of `git grep`, including patterns.
 * @param excluded Pathspecs of excluded files.
 */
export async function grepCommit(
  { place }: Repository,
  commit: ObjectId,
  options: readonly string[],
  excluded: readonly string[] = [],
): Promise<FoundLine[]> {
  const format = ['-I', '-E', '-z', '--full-name', '--no-color']
  const { stdout } = await tryGit(place, ['grep', ...format, ...options, commit, '--', ':(top)', ...excluded])
  return stdout.split('\n').flatMap(line => {
    const end = line.indexOf('\0')
    return end === -1 ? [] : [{ path: line.slice(commit.length + 1, end), text: line.slice(end + 1) }]
  })
}
