import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, runGit } from '../process/run-git.ts'

/** The parents of the commits that a walk visited. */
export type Parents = ReadonlyMap<ObjectId, readonly ObjectId[]>

/** The parents of some commits and of their history beyond a base. */
export async function readParents(
  { place }: { readonly place: GitPlace },
  base: ObjectId,
  commits: readonly ObjectId[],
): Promise<Parents> {
  if (commits.length === 0) return new Map()
  const output = await runGit(
    place,
    ['rev-list', '--parents', '--stdin'],
    `${commits.join('\n')}\n^${base}\n`,
  )
  const lines = output.split('\n').filter(line => line !== '')
  return new Map(lines.map(line => line.split(' ')).map(([id = '', ...parents]) => [id, parents]))
}

/** The commit and its history beyond the base of the walk. */
export function toHistory(commit: ObjectId, parents: Parents): Set<ObjectId> {
  const seen = new Set(parents.has(commit) ? [commit] : [])
  for (const id of seen) for (const parent of parents.get(id) ?? []) if (parents.has(parent)) seen.add(parent)
  return seen
}
