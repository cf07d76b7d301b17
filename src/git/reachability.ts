import type { ObjectId } from './objects.ts'
import type { Repository } from './open-repository.ts'
import { runGit } from './run-git.ts'

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

/** Whether a branch has come to have exactly this tree since a base: that is what a squash merge leaves. */
export async function hasHadTree(
  repository: Repository,
  { branch, since, tree }: { branch: string; since: ObjectId; tree: ObjectId },
): Promise<boolean> {
  const trees = await runGit(repository.place, ['log', '--format=%T', `refs/heads/${branch}`, `^${since}`])
  return trees.split('\n').includes(tree)
}
