import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

export interface ReachabilityQuestion {
  readonly commit: ObjectId
  /** Refs to ignore, as patterns in which `*` also matches `/`. */
  readonly except: readonly string[]
  /** Commits that count even if no ref reaches them. */
  readonly known: readonly ObjectId[]
}

/** Arguments of `git rev-list`: all refs but broken ones, on which it would stop. */
export const allRefs = ['--ignore-missing', '--all'] as const

/** Whether nothing would be lost without the ignored refs: other refs reach all of a commit. */
export async function isReachableElsewhere(
  repository: Repository,
  question: ReachabilityQuestion,
): Promise<boolean> {
  const { commit, except, known } = question
  if ((await repository.objects.readInfo(commit)) === undefined) return false
  const others = [...except.map(pattern => `--exclude=${pattern}`), ...allRefs, ...known]
  const missing = await runGit(repository.place, ['rev-list', '--max-count=1', commit, '--not', ...others])
  return missing === ''
}

/** Whether others reach all of a commit. */
export async function isReachableFrom(
  { place }: Repository,
  commit: ObjectId,
  tips: readonly ObjectId[],
): Promise<boolean> {
  return (await runGit(place, ['rev-list', '--max-count=1', commit, '--not', ...tips])) === ''
}

export interface ForeignQuestion {
  readonly tip: ObjectId
  /** The ref that is about to move. */
  readonly ref: string
  /** Its new value; undefined: it is deleted. */
  readonly to: ObjectId | undefined
  /** The mail address of the harness's own commits. */
  readonly own: string
}

/** The subjects of foreign commits that no ref would reach any more, the newest first. */
export async function listForeignCommits(
  { place }: Repository,
  { tip, ref, to, own }: ForeignQuestion,
): Promise<string[]> {
  const kept = [`--exclude=${ref}`, ...allRefs, ...(to === undefined ? [] : [to])]
  const format = ['--no-commit-header', '--format=%ce %s']
  const lines = await runGit(place, ['rev-list', ...format, tip, '--not', ...kept])
  return lines
    .split('\n')
    .filter(line => line !== '' && !line.startsWith(`${own} `))
    .map(line => line.slice(line.indexOf(' ') + 1))
}

/** Whether a branch had exactly this tree at some commit since a base, as after a squash merge. */
export async function hasHadTree(
  repository: Repository,
  { branch, since, tree }: { branch: string; since: ObjectId; tree: ObjectId },
): Promise<boolean> {
  const trees = await runGit(repository.place, ['log', '--format=%T', `refs/heads/${branch}`, `^${since}`])
  return trees.split('\n').includes(tree)
}
