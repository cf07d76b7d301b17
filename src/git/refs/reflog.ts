import type { ObjectId } from '../objects/objects.ts'
import { tryGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

const mostEntries = 50

/** The recent values of a ref, the newest first; empty if git keeps no log of it. */
export async function listReflog({ place }: Repository, ref: string): Promise<ObjectId[]> {
  const args = ['log', '--walk-reflogs', '--format=%H', `--max-count=${mostEntries}`, ref, '--']
  const { code, stdout } = await tryGit(place, args)
  return code === 0 ? [...new Set(stdout.split('\n').filter(line => line !== ''))] : []
}
