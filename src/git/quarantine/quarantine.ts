import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ObjectReader } from '../objects/object-reader.ts'
import { type GitSetting, toPinnedEnvironment } from '../process/environment.ts'
import { RefUpdater } from '../process/ref-updater.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { createGitDirectory } from '../repository/git-directory.ts'
import { closeRepository, type Repository } from '../repository/open-repository.ts'
import { Trash } from '../repository/trash.ts'

/**
 * A bare repository in a temporary folder, for unverified objects. It sees the objects of the trusted repository (as alternates) and
 * writes none there; its configuration, hooks and refs are its own.
 */
export interface Quarantine {
  readonly repository: Repository
  readonly control: ControlRepository
}

/** `core.bigFileThreshold`: git would stream larger objects, which bypasses the memory limit. */
const settings: readonly GitSetting[] = [
  ['core.bare', 'true'],
  ['core.attributesFile', '/dev/null'],
  ['core.bigFileThreshold', '4g'],
  ['fetch.fsckObjects', 'true'],
  ['receive.fsckObjects', 'true'],
  ['transfer.fsckObjects', 'true'],
  ['protocol.allow', 'never'],
  ['safe.directory', '*'],
]

/**
 * Opens a quarantine for a piece of work, and then deletes it with everything in it.
 *
 * @param objectBytes The most memory that git may allocate at once there, and so the largest object.
 */
export async function withQuarantine<T>(
  trusted: Repository,
  objectBytes: number,
  work: (quarantine: Quarantine) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'parallel-agents-quarantine-'))
  try {
    const quarantine = await createQuarantine(trusted, join(folder, 'quarantine.git'), objectBytes)
    try {
      return await work(quarantine)
    } finally {
      closeRepository(quarantine.repository)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function createQuarantine(trusted: Repository, path: string, objectBytes: number): Promise<Quarantine> {
  await createGitDirectory({ repository: trusted, path, settings })
  const env = {
    ...toPinnedEnvironment(trusted.env, settings),
    GIT_DIR: path,
    GIT_ALLOC_LIMIT: String(objectBytes),
  }
  const place = { directory: path, env }
  const repository: Repository = {
    ...trusted,
    root: path,
    directory: path,
    store: { folder: join(path, 'objects'), format: trusted.store.format, isDurable: false },
    objects: new ObjectReader(place),
    refUpdater: new RefUpdater(place),
    config: new Map(settings.map(([key, value]) => [key.toLowerCase(), [value]])),
    place,
  }
  return {
    repository,
    control: {
      repository,
      gitDirectory: path,
      place,
      exclude: '',
      attributes: { global: '', own: '' },
      trash: new Trash(),
    },
  }
}
