import { mkdir, rm } from 'node:fs/promises'
import { mostCopies } from '../handover/artifact-name.ts'
import type { ArtifactStore } from './artifact-store.ts'
import { TransportError } from './transport.ts'

/** Artifacts as one job fills and reads them: each name is filled once, whatever goes wrong on the way. */
export class ArtifactShelf {
  private readonly artifacts: ArtifactStore
  /** Names that we have begun to fill. */
  private readonly begun = new Set<string>()

  constructor(artifacts: ArtifactStore) {
    this.artifacts = artifacts
  }

  list(): Promise<readonly string[]> {
    return this.artifacts.list()
  }

  /** A name that we have begun to fill before, without success, is used up: then there is another. */
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
