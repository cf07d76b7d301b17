import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { type Parents, readParents, toHistory } from './ancestry.ts'

export interface Containment {
  /** For each commit the others in its history. */
  readonly within: ReadonlyMap<ObjectId, ReadonlySet<ObjectId>>
  /** The commits that are the base or in its history. */
  readonly inBase: ReadonlySet<ObjectId>
}

/** Which commits contain each other: merging a branch that was started from another one merges that, too. One walk beyond the base. */
export async function readContainment(
  control: ControlRepository,
  base: ObjectId,
  commits: readonly ObjectId[],
): Promise<Containment> {
  if (commits.length === 0) return { within: new Map(), inBase: new Set() }
  const parents = await readParents(control, base, commits)
  const wanted = new Set(commits)
  return {
    within: new Map(commits.map(commit => [commit, findContained(commit, parents, wanted)])),
    inBase: new Set(commits.filter(commit => !parents.has(commit))),
  }
}

function findContained(commit: ObjectId, parents: Parents, wanted: ReadonlySet<ObjectId>): Set<ObjectId> {
  const others = [...toHistory(commit, parents)].filter(id => id !== commit)
  return new Set(others.filter(id => wanted.has(id)))
}

/** The best common ancestor of two commits. */
export function findMergeBase(control: ControlRepository, a: ObjectId, b: ObjectId): Promise<ObjectId> {
  return runGit(control.place, ['merge-base', a, b])
}

/** The same for commits that may have unrelated histories. */
export async function tryMergeBase(
  { place }: { readonly place: GitPlace },
  a: ObjectId,
  b: ObjectId,
): Promise<ObjectId | undefined> {
  const { code, stdout } = await tryGit(place, ['merge-base', a, b])
  return code === 0 ? stdout.trim() : undefined
}
