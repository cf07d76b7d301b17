import type { ObjectId } from '../../git/objects/objects.ts'
import { runGit, tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { grepCommit } from '../../git/trees/grep-commit.ts'
import { findCoChanges } from '../../plan/coupling/co-changes.ts'
import type { Survey } from '../../plan/coupling/coupled-tasks.ts'
import { importLines, readImports } from '../../plan/coupling/imports.ts'

/** In a larger repository, reading every file for a hint takes too long. */
const mostFiles = 50_000
const recentCommits = 400

/** Which files belong together, judging by the tree, the imports and the recent history of a commit. */
export async function readSurvey(repository: Repository, commit: ObjectId): Promise<Survey> {
  const paths = await listFiles(repository, commit)
  if (paths.length > mostFiles) return { paths, imports: [], coChanges: [] }
  const [lines, commits] = await Promise.all([
    grepCommit(
      repository,
      commit,
      importLines.flatMap(pattern => ['-e', pattern]),
    ),
    readCommits(repository, commit),
  ])
  const known = new Set(paths)
  const existing = commits.map(files => files.filter(path => known.has(path)))
  return { paths, imports: readImports(lines, paths), coChanges: findCoChanges(existing) }
}

export async function listFiles({ place }: Repository, commit: ObjectId): Promise<string[]> {
  const listing = await runGit(place, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit])
  return listing.split('\0').filter(path => path !== '')
}

/** The files of each commit, without names that git quotes. */
async function readCommits({ place }: Repository, commit: ObjectId): Promise<string[][]> {
  const range = ['-n', String(recentCommits), '--no-merges', '--no-renames', '--name-only', '--format=%x01']
  const { stdout } = await tryGit(place, ['-c', 'core.quotePath=false', 'log', ...range, commit, '--'])
  return stdout
    .split('\x01')
    .map(part => part.split('\n').filter(path => path !== '' && !path.startsWith('"')))
}
