import { readSquashes } from '../git/merge/chain.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import { type Parents, readParents, toHistory } from '../git/refs/ancestry.ts'
import type { ControlRepository } from '../git/repository/control-repository.ts'
import { writeJoined } from './write-merge.ts'

export interface JoinRequest {
  readonly control: ControlRepository
  readonly run: string
  /** The commit of the target that the run started from. */
  readonly base: ObjectId
  /** Commits whose squash commits are trusted: never those of agents. */
  readonly trusted: readonly ObjectId[]
  readonly commits: readonly ObjectId[]
}

/**
 * In linear history, a commit can hold the work of branches without having them in its history, and git would merge them again. For
 * each commit one with the same content and those branches in its history; the commit itself if there are none.
 */
export async function joinBranches(request: JoinRequest): Promise<(commit: ObjectId) => ObjectId> {
  const { control, run, base, trusted, commits } = request
  const squashes = await readSquashes(control, { run, tips: trusted, base })
  if (squashes.size === 0) return commit => commit
  const parents = await readParents(control, base, [...commits, ...squashes.values()])
  const joiner = new Joiner(control, parents, squashes)
  const joined = new Map<ObjectId, ObjectId>()
  for (const commit of commits) joined.set(commit, await joiner.join(commit))
  return commit => joined.get(commit) ?? commit
}

/** Joining the same commits gives the same result everywhere, including the chain that made them. */
class Joiner {
  private readonly made = new Map<ObjectId, Promise<ObjectId>>()
  private readonly control: ControlRepository
  private readonly parents: Parents
  private readonly squashes: ReadonlyMap<ObjectId, ObjectId>

  constructor(control: ControlRepository, parents: Parents, squashes: ReadonlyMap<ObjectId, ObjectId>) {
    this.control = control
    this.parents = parents
    this.squashes = squashes
  }

  join(commit: ObjectId): Promise<ObjectId> {
    const known = this.made.get(commit) ?? this.make(commit)
    this.made.set(commit, known)
    return known
  }

  private async make(commit: ObjectId): Promise<ObjectId> {
    const { repository } = this.control
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

  /** The squash commits in a history, without those in the history of others. */
  private listNearest(commit: ObjectId): ObjectId[] {
    const inside = [...toHistory(commit, this.parents)].filter(id => this.squashes.has(id))
    const behind = new Set(
      inside.flatMap(id => [...toHistory(id, this.parents)].filter(other => other !== id)),
    )
    return inside.filter(id => !behind.has(id)).sort()
  }
}
