import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Repository } from './open-repository.ts'

/** What a partial clone has left at its remote. */
export interface LeftOut {
  readonly remote: string
  /** How many files and folders of the commit are not here. */
  readonly count: number
}

/** Looks for files of a commit that a partial clone does not have. git would fetch them one by one, but only where it may. */
export async function tryFindLeftOut(repository: Repository, commit: ObjectId): Promise<LeftOut | undefined> {
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
