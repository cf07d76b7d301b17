import { readSquashes } from '../git/merge/chain.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import { type Parents, readParents, toHistory } from '../git/refs/ancestry.ts'
import type { Harness } from '../git/repository/harness.ts'
import { writeJoined } from './write-merge.ts'

export interface JoinRequest {
  readonly harness: Harness
  readonly run: string
  /** The commit of the target that the run started from. */
  readonly base: ObjectId
  /** Commits in whose history a squashed commit is believed: never those that agents have made. */
  readonly trusted: readonly ObjectId[]
  readonly commits: readonly ObjectId[]
}

/**
 * In linear history, a commit can hold the work of branches without having them in its history, so that git would merge them again.
 * For each commit one of the same content whose history has those branches; the commit itself where there are none.
 */
export async function joinBranches(request: JoinRequest): Promise<(commit: ObjectId) => ObjectId> {
  const { harness, run, base, trusted, commits } = request
  const squashes = await readSquashes(harness, { run, tips: trusted, base })
  if (squashes.size === 0) return commit => commit
  const parents = await readParents(harness, base, [...commits, ...squashes.values()])
  const joiner = new Joiner(harness, parents, squashes)
  const joined = new Map<ObjectId, ObjectId>()
  for (const commit of commits) joined.set(commit, await joiner.join(commit))
  return commit => joined.get(commit) ?? commit
}

/** The same commits are joined in the same way by everybody, and by the chain that has made them. */
class Joiner {
  private readonly made = new Map<ObjectId, Promise<ObjectId>>()
  private readonly harness: Harness
  private readonly parents: Parents
  private readonly squashes: ReadonlyMap<ObjectId, ObjectId>

  constructor(harness: Harness, parents: Parents, squashes: ReadonlyMap<ObjectId, ObjectId>) {
    this.harness = harness
    this.parents = parents
    this.squashes = squashes
  }

  join(commit: ObjectId): Promise<ObjectId> {
    const known = this.made.get(commit) ?? this.make(commit)
    this.made.set(commit, known)
    return known
  }

  private async make(commit: ObjectId): Promise<ObjectId> {
    const { repository } = this.harness
    const branch = this.squashes.get(commit)
    if (branch !== undefined) {
      const [before] = this.parents.get(commit) ?? []
      return writeJoined(repository, [
        commit,
        ...(before === undefined ? [] : [await this.join(before)]),
        await this.join(branch),
      ])
    }
    const [...nearest] = this.listNearest(commit)
    if (nearest.length === 0) return commit
    const others = await Promise.all(nearest.map(squash => this.join(squash)))
    return writeJoined(repository, [commit, ...others])
  }

  /** The squashed commits in a history, without those that are in the history of another. */
  private listNearest(commit: ObjectId): ObjectId[] {
    const inside = [...toHistory(commit, this.parents)].filter(id => this.squashes.has(id))
    const behind = new Set(
      inside.flatMap(id => [...toHistory(id, this.parents)].filter(other => other !== id)),
    )
    return inside.filter(id => !behind.has(id)).sort()
  }
}
