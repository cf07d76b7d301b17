import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

export interface ReachabilityQuestion {
  readonly commit: ObjectId
  /** Refs that do not count, as patterns in which `*` also stands for `/`. */
  readonly except: readonly string[]
  /** Commits that count although no ref may lead to them. */
  readonly known: readonly ObjectId[]
}

/** Whether nothing would be lost if the refs that do not count were gone: all of a commit can be reached from other refs. */
export async function isReachableElsewhere(
  repository: Repository,
  question: ReachabilityQuestion,
): Promise<boolean> {
  const { commit, except, known } = question
  const others = [...except.map(pattern => `--exclude=${pattern}`), '--all', ...known]
  const missing = await runGit(repository.place, ['rev-list', '--max-count=1', commit, '--not', ...others])
  return missing === ''
}

/** Whether all of a commit is in the history of others. */
export async function isReachableFrom(
  { place }: Repository,
  commit: ObjectId,
  tips: readonly ObjectId[],
): Promise<boolean> {
  return (await runGit(place, ['rev-list', '--max-count=1', commit, '--not', ...tips])) === ''
}

export interface ForeignQuestion {
  readonly tip: ObjectId
  /** The ref that is about to leave the tip. */
  readonly ref: string
  /** Where it goes; undefined: it is deleted. */
  readonly to: ObjectId | undefined
  /** The address by which one's own commits are known. */
  readonly own: string
}

/** The subjects of foreign commits that no ref would lead to any more, the newest first. */
export async function listForeignCommits(
  { place }: Repository,
  { tip, ref, to, own }: ForeignQuestion,
): Promise<string[]> {
  const kept = [`--exclude=${ref}`, '--all', ...(to === undefined ? [] : [to])]
  const format = ['--no-commit-header', '--format=%ce %s']
  const lines = await runGit(place, ['rev-list', ...format, tip, '--not', ...kept])
  return lines
    .split('\n')
    .filter(line => line !== '' && !line.startsWith(`${own} `))
    .map(line => line.slice(line.indexOf(' ') + 1))
}

/** Whether a branch has come to have exactly this tree since a base: that is what a squash merge leaves. */
export async function hasHadTree(
  repository: Repository,
  { branch, since, tree }: { branch: string; since: ObjectId; tree: ObjectId },
): Promise<boolean> {
  const trees = await runGit(repository.place, ['log', '--format=%T', `refs/heads/${branch}`, `^${since}`])
  return trees.split('\n').includes(tree)
}
