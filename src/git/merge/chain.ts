import { tryTrailer } from '../objects/commits.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { Repository } from '../repository/open-repository.ts'
import { requireCommit } from '../trees/read-commit.ts'

/** A merge commit of the harness. */
export interface ChainLink {
  readonly task: string
  readonly commit: ObjectId
}

/** The merge commits of a run, from a tip back along first parents, the newest first. Ends at the first commit that is none. */
export async function readChain(repository: Repository, tip: ObjectId, run: string): Promise<ChainLink[]> {
  const links: ChainLink[] = []
  for (let commit = tip; ; ) {
    const { parents, message } = await requireCommit(repository, commit)
    const task = tryTrailer(message, 'Agent-Task')
    if (parents.length !== 2 || task === undefined || tryTrailer(message, 'Agent-Run') !== run) return links
    links.push({ task, commit })
    commit = parents[0] as ObjectId
  }
}
