import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryFetchObjects } from '../../git/remote/fetch-refs.ts'
import { openMirror } from '../../git/remote/mirror.ts'
import { type RemoteAccess, readRemoteRefs } from '../../git/remote/remote-access.ts'
import { closeRepository, configValue, type Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'

/** Refs per fetch: the length of a command line is limited. */
const batch = 200

/** Works in a repository with exactly the current branches and runs of a remote. */
export async function withRemoteRefs<T>(
  repository: Repository,
  access: RemoteAccess,
  work: (mirror: Repository) => Promise<T>,
): Promise<T> {
  const refs = await requireRemoteRefs(repository, access)
  await fetchObjects(repository, access, [...refs.keys()])
  const folder = await mkdtemp(join(tmpdir(), 'parallel-agents-'))
  try {
    const mirror = await openMirror(repository, folder, refs)
    try {
      return await work(mirror)
    } finally {
      closeRepository(mirror)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function requireRemoteRefs(
  repository: Repository,
  access: RemoteAccess,
): Promise<ReadonlyMap<string, ObjectId>> {
  const { remote } = access
  if (configValue(repository.config, `remote.${remote}.url`) === undefined)
    throw new RefusedError(`there is no remote ${remote}: name one that "git remote" lists`)
  if (repository.shallowFile !== undefined)
    throw new RefusedError(
      'this clone is shallow, so it is unknown what is merged: fetch the rest with "git fetch --unshallow"',
    )
  const read = await readRemoteRefs(repository, access, ['refs/heads/*', 'refs/parallel-agents/*'])
  if (read.kind === 'unreachable') throw new RefusedError(`${remote} could not be read: ${read.reason}`)
  return read.refs
}

async function fetchObjects(
  repository: Repository,
  access: RemoteAccess,
  names: readonly string[],
): Promise<void> {
  for (let at = 0; at < names.length; at += batch) {
    const failure = await tryFetchObjects(repository, access, names.slice(at, at + batch))
    if (failure !== undefined) throw new RefusedError(`${access.remote} could not be fetched: ${failure}`)
  }
}
