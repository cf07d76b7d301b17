import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import {
  type ArtifactStore,
  DamagedArtifactError,
  type Making,
} from '../../src/jobs/transport/artifact-store.ts'
import { TransportError, TransportRefusedError } from '../../src/jobs/transport/transport.ts'
import { makeFolder } from '../support/repository.ts'

/** Artifacts in a folder, with a service that fails when it is told to. */
export class ScriptedStore implements ArtifactStore {
  readonly folder = makeFolder('artifacts')
  readonly finished: string[] = []
  /** Names that were begun; GitHub takes none of them again. */
  readonly begun = new Set<string>()
  readonly downloads: string[] = []
  /** What the next uploads come to, in order: nothing arrives, all arrives and the answer is lost. */
  readonly faults: ('breaks' | 'answer is lost')[] = []
  isDown = false
  /** Refuses every upload, and will for ever. */
  isFull = false
  /** Jobs, by a part of the names of their artifacts. */
  readonly makers = new Map<string, string>()
  readonly damaged = new Set<string>()

  async upload(name: string, files: readonly string[], root: string): Promise<'stored' | 'exists'> {
    this.requireUp()
    if (this.isFull) throw new TransportRefusedError('storage is full')
    if (this.begun.has(name)) return 'exists'
    this.begun.add(name)
    const fault = this.faults.shift()
    if (fault === 'breaks') throw new TransportError('the connection broke')
    for (const file of files) {
      const path = join(this.folder, name, relative(root, file))
      mkdirSync(dirname(path), { recursive: true })
      cpSync(file, path)
    }
    this.finished.push(name)
    if (fault === 'answer is lost') throw new TransportError('the connection broke')
    return 'stored'
  }

  async list(): Promise<readonly string[]> {
    this.requireUp()
    return this.finished
  }

  /** By default, the service says of no artifact which job it is from. */
  async readMakers(): Promise<ReadonlyMap<string, Making>> {
    const made = this.finished.flatMap(name => {
      const [, job] = [...this.makers].find(([part]) => name.includes(part)) ?? []
      return job === undefined ? [] : [[name, { job, at: undefined }] as const]
    })
    return new Map(made)
  }

  /** As another upload of the same files. */
  copy(from: string, to: string): void {
    cpSync(join(this.folder, from), join(this.folder, to), { recursive: true })
    this.begun.add(to)
    this.finished.push(to)
  }

  async remove(name: string): Promise<void> {
    this.finished.splice(this.finished.indexOf(name), 1)
  }

  async download(name: string, folder: string): Promise<void> {
    this.requireUp()
    this.downloads.push(name)
    if (this.damaged.has(name)) throw new DamagedArtifactError('it is broken')
    cpSync(join(this.folder, name), folder, { recursive: true })
  }

  private requireUp(): void {
    if (this.isDown) throw new TransportError('the service is down')
  }
}
