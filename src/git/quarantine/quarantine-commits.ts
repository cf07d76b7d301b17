import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Quarantine } from './quarantine.ts'
import { QuarantineError } from './quarantine-error.ts'

/** Commits by their id, each with its parents, descendants first. */
export type History = ReadonlyMap<ObjectId, readonly ObjectId[]>

/** The history of a commit without that of another one. Refused above a limit. */
export async function readHistory(
  { repository }: Quarantine,
  { head, without, most }: { head: ObjectId; without: ObjectId; most: number },
): Promise<History> {
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${most + 1}`, head, `^${without}`]
  const lines = (await runGit(repository.place, args)).split('\n').filter(line => line !== '')
  if (lines.length > most) throw new QuarantineError(`it has more than ${most} commits`)
  return new Map(
    lines.map(line => {
      const [id = '', ...parents] = line.split(' ')
      return [id, parents]
    }),
  )
}

/** The part of a history that a commit contains, itself included. */
export function listContained(history: History, commit: ObjectId): ReadonlySet<ObjectId> {
  const contained = new Set(history.has(commit) ? [commit] : [])
  for (const id of contained)
    for (const parent of history.get(id) ?? []) if (history.has(parent)) contained.add(parent)
  return contained
}

/** Fails if objects reachable from one commit but not from another are missing. */
export async function requireComplete(
  { repository }: Quarantine,
  head: ObjectId,
  without: ObjectId,
): Promise<void> {
  await runGit(repository.place, ['rev-list', '--objects', '--quiet', head, `^${without}`])
}

/** Whether all commits are in the history of one, or are that one. Fails for anything but commits. */
export async function areWithin(
  { repository }: Quarantine,
  commits: readonly ObjectId[],
  head: ObjectId,
): Promise<boolean> {
  if (commits.length === 0) return true
  const question = `${commits.join('\n')}\n^${head}\n`
  return (await runGit(repository.place, ['rev-list', '--max-count=1', '--stdin'], question)) === ''
}
