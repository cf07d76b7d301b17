import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { removePlain } from '../../files/plain-file.ts'
import { ObjectReader } from '../objects/object-reader.ts'
import type { ObjectId } from '../objects/objects.ts'
import { pipeGit } from '../process/pipe-git.ts'
import { spawnGit, tryGit } from '../process/run-git.ts'
import { shareObjects } from './alternates.ts'
import type { ControlRepository } from './control-repository.ts'

/**
 * A control repository whose new objects go to a separate folder while it can read those of the repository: for trial merges. {@link
 * keepObjects} copies the useful ones; the rest is discarded with the folder.
 */
export async function openScratch(control: ControlRepository, folder: string): Promise<ControlRepository> {
  const { repository } = control
  removePlain(folder)
  await shareObjects(repository.store.folder, folder)
  const place = { ...repository.place, env: { ...repository.place.env, GIT_OBJECT_DIRECTORY: folder } }
  return {
    ...control,
    place: { ...control.place, env: { ...control.place.env, GIT_OBJECT_DIRECTORY: folder } },
    repository: {
      ...repository,
      place,
      store: { ...repository.store, folder, isDurable: false },
      objects: new ObjectReader(place),
    },
  }
}

/** Ends the processes of a scratch repository and discards its objects. */
export async function closeScratch(scratch: ControlRepository): Promise<void> {
  scratch.repository.objects.close()
  removePlain(scratch.repository.store.folder)
}

/**
 * Copies a commit of a scratch repository into the repository, with all objects that the repository lacks.
 *
 * @param known Commits that the repository has.
 */
export async function keepObjects(
  scratch: ControlRepository,
  control: ControlRepository,
  commit: ObjectId,
  known: readonly ObjectId[],
): Promise<void> {
  if (known.includes(commit)) return
  const pack = spawnGit(scratch.place, ['pack-objects', '--revs', '--stdout', '-q', '--delta-base-offset'])
  pack.stdin.end(`${[commit, ...known.map(id => `^${id}`)].join('\n')}\n`)
  const take = (await readCount(pack)) > mostLoose ? ['index-pack', '--stdin'] : ['unpack-objects', '-q']
  const { isComplete, said } = await pipeGit(pack, spawnGit(control.place, take))
  if (!isComplete) throw new Error(`the objects of ${commit} could not be copied: ${said ?? 'git ended'}`)
}

/** More objects than this are written as a pack, as with `git fetch`. */
const mostLoose = 100

/** The head of a pack is `PACK`, its version and the number of its objects, four bytes each. */
const countEnd = 12

/** The number of objects in a pack that is being written; 0 if it is empty. The stream is restored. */
async function readCount({ stdout }: ChildProcessWithoutNullStreams): Promise<number> {
  let head = Buffer.alloc(0)
  while (head.length < countEnd && stdout.readable) {
    const chunk: Buffer | null = stdout.read()
    if (chunk === null) await Promise.race([once(stdout, 'readable'), once(stdout, 'close')])
    else head = Buffer.concat([head, chunk])
  }
  if (head.length > 0) stdout.unshift(head)
  return head.length < countEnd ? 0 : head.readUInt32BE(countEnd - 4)
}

/**
 * Writes a commit graph next to the objects of a scratch repository. Without one, git walks far back for branches whose commits are
 * dated before the base. A commit graph of the repository is used instead.
 */
export async function writeCommitGraph(
  scratch: ControlRepository,
  commits: readonly ObjectId[],
): Promise<void> {
  await tryGit(scratch.place, ['commit-graph', 'write', '--stdin-commits'], `${commits.join('\n')}\n`)
}
