import { mkdir, rm } from 'node:fs/promises'
import { mostCopies } from '../handover/artifact-name.ts'
import type { ArtifactStore } from './artifact-store.ts'
import { TransportError } from './transport.ts'

/** One job's access to artifacts: each name is written once, whatever goes wrong. */
export class ArtifactShelf {
  private readonly artifacts: ArtifactStore
  /** Names whose upload was started. */
  private readonly begun = new Set<string>()

  constructor(artifacts: ArtifactStore) {
    this.artifacts = artifacts
  }

  list(): Promise<readonly string[]> {
    return this.artifacts.list()
  }

  /** A name with a failed upload is used up: then the next one is tried. */
  async put(toName: (copy: number) => string, files: readonly string[], root: string): Promise<void> {
    for (let copy = 1; copy <= mostCopies; copy++) {
      const name = toName(copy)
      const isOurs = this.begun.has(name)
      this.begun.add(name)
      if ((await this.artifacts.upload(name, files, root)) === 'stored') return
      if (!isOurs) throw new Error(`there is an artifact ${name} already, and it is not from this job`)
      if ((await this.artifacts.list()).includes(name)) return // only the answer was lost
    }
    throw new TransportError(`all names of the artifact ${toName(1)} are used up`)
  }

  async fetch(name: string, folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await this.artifacts.download(name, folder)
  }
}
