import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Repository } from './open-repository.ts'

/** Objects that a partial clone has not downloaded. */
export interface MissingBlobs {
  readonly remote: string
  /** Number of the commit's files and folders that are missing here. */
  readonly count: number
}

/** Finds files of a commit that a partial clone lacks. git would fetch them one by one, and only where it may. */
export async function tryFindMissingBlobs(
  repository: Repository,
  commit: ObjectId,
): Promise<MissingBlobs | undefined> {
  const remote = [...repository.config]
    .filter(([, values]) => values.at(-1) === 'true')
    .map(([key]) => /^remote\.(.+)\.promisor$/s.exec(key)?.[1])
    .find(name => name !== undefined)
  if (remote === undefined) return undefined
  const args = ['rev-list', '--objects', '--missing=print', `${commit}^{tree}`]
  const objects = await runGit(repository.place, args)
  const count = objects.split('\n').filter(line => line.startsWith('?')).length
  return count === 0 ? undefined : { remote, count }
}
