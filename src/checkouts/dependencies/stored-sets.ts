import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { toStateFolder } from '../../run/run-paths.ts'
import { findManagers } from './managers.ts'
import { findSetKey } from './set-key.ts'
import { readTreeFiles } from './tree-files.ts'
import { noteName } from './used-sets.ts'

/** Installed dependencies that checkouts of a commit share. */
export interface StoredSet {
  /** Of the package manager. */
  readonly manager: string
  readonly key: string
  /** The absolute path of its folder in the store. */
  readonly folder: string
}

/** The folder of all sets of a repository. */
export function toStoreFolder(repository: Repository): string {
  return join(toStateFolder(repository), 'dependencies')
}

/** The sets of a commit that can be stored, whether they are or not. */
export async function listSets(
  repository: Repository,
  { checkout, env }: Pick<Plan, 'checkout' | 'env'>,
  commit: ObjectId,
): Promise<StoredSet[]> {
  if (checkout.dependencies === 'off') return []
  const files = await readTreeFiles(repository, commit)
  const paths = new Set(files.map(({ path }) => path))
  const managers = findManagers(path => paths.has(path)).map(({ manager }) => manager)
  const stored = managers.filter(({ folder }) => folder !== undefined)
  const folder = toStoreFolder(repository)
  return Promise.all(
    stored.map(async manager => {
      const key = await findSetKey(manager, files, { ...repository.env, ...env })
      return { manager: manager.name, key, folder: join(folder, key) }
    }),
  )
}

/** Whether a set is in the store of this machine. */
export function isStored({ folder }: StoredSet): boolean {
  return existsSync(join(folder, noteName))
}
