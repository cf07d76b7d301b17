import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { ArtifactStore, Making } from '../../src/jobs/transport/artifact-store.ts'
import { makeFolder } from '../support/repository.ts'

/** Artifacts in a folder, each name once. */
export class FolderStore implements ArtifactStore {
  readonly folder: string
  /** Jobs that others have made artifacts in, by the names of those. */
  readonly makers = new Map<string, string>()
  /** When artifacts were made, in milliseconds, by their names. */
  readonly times = new Map<string, number>()
  /** Jobs do not see them any more; tests do. */
  readonly removed = new Set<string>()

  constructor(folder = makeFolder('artifacts')) {
    this.folder = folder
  }

  async upload(name: string, files: readonly string[], root: string): Promise<'stored' | 'exists'> {
    if (this.removed.delete(name)) rmSync(join(this.folder, name), { recursive: true })
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

  /** Each task has a job of its own here, and so has merging. */
  async readMakers(): Promise<ReadonlyMap<string, Making>> {
    const names = await this.list()
    return new Map(
      names.map(name => [name, { job: this.makers.get(name) ?? toMaker(name), at: this.times.get(name) }]),
    )
  }

  async remove(name: string): Promise<void> {
    this.removed.add(name)
  }

  async download(name: string, folder: string): Promise<void> {
    cpSync(join(this.folder, name), folder, { recursive: true })
  }
}

function toMaker(name: string): string {
  const [, attempt, task] = /-(\d+)-(?:begin\.)?([^.]+)/.exec(name.slice(36)) ?? []
  return `job of ${task} in attempt ${attempt}`
}
