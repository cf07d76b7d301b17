import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Harness } from './harness.ts'
import { ObjectReader } from './object-reader.ts'
import type { ObjectId } from './objects.ts'
import { runGit, spawnGit, tryGit } from './run-git.ts'

/**
 * A harness whose new objects go to a folder of their own and can read those of the repository: for merges that are only tried.
 * What is wanted of them is taken over by {@link keepObjects}; the rest is forgotten with the folder.
 */
export async function openScratch(harness: Harness, folder: string): Promise<Harness> {
  const { repository } = harness
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'info'), { recursive: true })
  await writeFile(join(folder, 'info', 'alternates'), `${repository.store.folder}\n`)
  const place = { ...repository.place, env: { ...repository.place.env, GIT_OBJECT_DIRECTORY: folder } }
  return {
    ...harness,
    place: { ...harness.place, env: { ...harness.place.env, GIT_OBJECT_DIRECTORY: folder } },
    repository: {
      ...repository,
      place,
      store: { ...repository.store, folder },
      objects: new ObjectReader(place),
    },
  }
}

/** Ends what was started for a scratch harness and forgets its objects. */
export async function closeScratch(scratch: Harness): Promise<void> {
  scratch.repository.objects.close()
  await rm(scratch.repository.store.folder, { recursive: true, force: true })
}

/**
 * Takes a commit of a scratch harness over into the repository, with all that it needs and the repository has not.
 *
 * @param known Commits that the repository has.
 */
export async function keepObjects(
  scratch: Harness,
  harness: Harness,
  commit: ObjectId,
  known: readonly ObjectId[],
): Promise<void> {
  const pack = spawnGit(scratch.place, ['pack-objects', '--revs', '--stdout', '-q', '--delta-base-offset'])
  const unpack = spawnGit(harness.place, ['unpack-objects', '-q'])
  pack.stdout.pipe(unpack.stdin)
  pack.stdin.end(`${[commit, ...known.map(id => `^${id}`)].join('\n')}\n`)
  const codes = await Promise.all(
    [pack, unpack].map(
      git =>
        new Promise((resolve, reject) => {
          git.stderr.resume()
          git.once('error', reject)
          git.once('close', resolve)
        }),
    ),
  )
  if (codes.some(code => code !== 0)) throw new Error(`the objects of ${commit} could not be taken over`)
  await runGit(harness.place, ['rev-list', '--objects', '--quiet', commit, ...known.map(id => `^${id}`)])
}

/**
 * Writes a commit graph next to the objects of a scratch harness. Without one, git walks far back for branches whose commits are
 * dated before the base. Where the repository has a graph of its own, that is used instead.
 */
export async function writeCommitGraph(scratch: Harness, commits: readonly ObjectId[]): Promise<void> {
  await tryGit(scratch.place, ['commit-graph', 'write', '--stdin-commits'], `${commits.join('\n')}\n`)
}
