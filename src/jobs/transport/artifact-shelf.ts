import { mkdir, rm } from 'node:fs/promises'
import { mostCopies } from '../handover/artifact-name.ts'
import type { ArtifactStore } from './artifact-store.ts'
import { TransportError } from './transport.ts'

/** The name of an artifact, and of its copies from 2 on. */
type ToName = (copy: number) => string

/** Another job has used the name of an artifact of this one. */
export class TakenNameError extends Error {
  constructor(name: string) {
    super(`there is an artifact ${name} already, and it is not from this job`)
    this.name = 'TakenNameError'
  }
}

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

  /** A name with a failed upload is used up: then the next one is tried. Returns the name. */
  async put(toName: ToName, files: readonly string[], root: string): Promise<string> {
    for (let copy = 1; copy <= mostCopies; copy++) {
      const name = toName(copy)
      const isOurs = this.begun.has(name)
      this.begun.add(name)
      if ((await this.artifacts.upload(name, files, root)) === 'stored') return name
      const isThere = (await this.artifacts.list()).includes(name)
      if (isThere && isOurs) return name // only the answer was lost
      if (isThere) throw new TakenNameError(name)
    }
    throw new TransportError(`all names of the artifact ${toName(1)} are used up`)
  }

  /** Takes the first free name, whoever has taken those before it. */
  async putBeside(toName: ToName, files: readonly string[], root: string): Promise<void> {
    for (let copy = 1; copy <= mostCopies; copy++)
      if ((await this.artifacts.upload(toName(copy), files, root)) === 'stored') return
    throw new TakenNameError(toName(1))
  }

  async fetch(name: string, folder: string, mostBytes: number): Promise<void> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await this.artifacts.download(name, folder, mostBytes)
  }
}
