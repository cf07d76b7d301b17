import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { ArtifactStore } from '../../src/jobs/transport/artifact-store.ts'
import { makeFolder } from '../support/repository.ts'

/** Artifacts in a folder, each name once. */
export class FolderStore implements ArtifactStore {
  readonly folder = makeFolder('artifacts')
  /** Jobs do not see them any more; tests do. */
  readonly removed = new Set<string>()

  async upload(name: string, files: readonly string[], root: string): Promise<'stored' | 'exists'> {
    if (existsSync(join(this.folder, name))) return 'exists'
    mkdirSync(join(this.folder, name))
    for (const path of files) {
      const to = join(this.folder, name, relative(root, path))
      mkdirSync(dirname(to), { recursive: true })
      cpSync(path, to)
    }
    return 'stored'
  }

  async list(): Promise<readonly string[]> {
    return readdirSync(this.folder).filter(name => !this.removed.has(name))
  }

  async remove(name: string): Promise<void> {
    this.removed.add(name)
  }

  async download(name: string, folder: string): Promise<void> {
    cpSync(join(this.folder, name), folder, { recursive: true })
  }
}
