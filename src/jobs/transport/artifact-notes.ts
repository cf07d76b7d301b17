import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import { type LaneNoteKind, listLaneArtifacts, toLaneArtifactName } from '../handover/artifact-name.ts'
import type { LaneClaim } from '../handover/lane-claims.ts'
import type { ArtifactShelf } from './artifact-shelf.ts'
import { DamagedArtifactError } from './artifact-store.ts'
import { type LaneNote, toLaneNoteText, tryReadLaneNote } from './lane-note.ts'

export interface ArtifactNotesRequest {
  readonly run: RunId
  /** Of the workflow run, from 1. */
  readonly attempt: number
  readonly shelf: ArtifactShelf
  /** For files in transit. */
  readonly folder: string
}

const noteFile = 'lane.json'
/** So many are downloaded at once. */
const parallel = 8

/** A note, and where it was found: of what it says of itself, only that counts. */
export interface NamedNote extends LaneNote {
  readonly artifact: string
  readonly lane: string
}

/** This attempt of the workflow run, and all before. */
export function toAttempts(attempt: number): number[] {
  return Array.from({ length: attempt }, (_, index) => index + 1)
}

/** Notes of lanes to each other, as artifacts. */
export class ArtifactNotes {
  private readonly request: ArtifactNotesRequest
  /** By artifact name. */
  private readonly known = new Map<string, LaneNote | undefined>()

  constructor(request: ArtifactNotesRequest) {
    this.request = request
  }

  async write(
    kind: LaneNoteKind,
    lane: Pick<Lane, 'id' | 'tasks'>,
    { job, proof }: Pick<LaneNote, 'job' | 'proof'>,
  ): Promise<void> {
    const { run, attempt, shelf } = this.request
    const folder = join(this.request.folder, kind)
    await mkdir(folder, { recursive: true })
    const path = join(folder, noteFile)
    await writeFile(path, toLaneNoteText(lane, { attempt, job, proof }))
    const name = toLaneArtifactName(run, attempt, kind, lane.id)
    await shelf.put(copy => (copy === 1 ? name : `${name}.${copy}`), [path], folder)
    await rm(folder, { recursive: true, force: true })
  }

  async read(kind: LaneNoteKind, attempts: readonly number[]): Promise<NamedNote[]> {
    const { run, shelf } = this.request
    const all = await shelf.list()
    const notes: NamedNote[] = []
    const names = attempts.flatMap(attempt => listLaneArtifacts(all, run, attempt, kind))
    await this.readAll(names.filter(name => !this.known.has(name)))
    for (const attempt of attempts)
      for (const artifact of listLaneArtifacts(all, run, attempt, kind)) {
        const note = this.known.get(artifact)
        const lane = artifact.slice(toLaneArtifactName(run, attempt, kind, '').length).split('.')[0] ?? ''
        if (note !== undefined) notes.push({ ...note, attempt, artifact, lane })
      }
    return notes
  }

  /** What lanes announced when they began, and the artifact of each. */
  async readClaims(): Promise<(Omit<LaneClaim, 'maker'> & { readonly artifact: string })[]> {
    const notes = await this.read('begin', toAttempts(this.request.attempt))
    return notes.map(({ artifact, lane, attempt, tasks, proof }) => ({
      artifact,
      lane,
      attempt,
      tasks,
      key: proof,
    }))
  }

  /** Each change is an artifact: an odd number of them means that the job waits. */
  async tellWaiting(job: string, isWaiting: boolean): Promise<void> {
    const changes = countChanges(await this.listWaits(), job)
    if ((changes % 2 === 1) !== isWaiting)
      await this.write('wait', { id: `${job}.${changes + 1}`, tasks: [] }, { job, proof: null })
  }

  async readWaitingJobs(): Promise<ReadonlySet<string>> {
    const waits = await this.listWaits()
    const jobs = new Set(waits.map(wait => wait.split('.')[0] ?? ''))
    return new Set([...jobs].filter(job => countChanges(waits, job) % 2 === 1))
  }

  /** The names of the artifacts about waiting, as `<job>.<number>`. */
  private async listWaits(): Promise<string[]> {
    const { run, attempt, shelf } = this.request
    const prefix = toLaneArtifactName(run, attempt, 'wait', '')
    const names = listLaneArtifacts(await shelf.list(), run, attempt, 'wait')
    return names.map(name => name.slice(prefix.length))
  }

  private async readAll(names: readonly string[]): Promise<void> {
    for (let at = 0; at < names.length; at += parallel) {
      const batch = names.slice(at, at + parallel)
      await Promise.all(batch.map(async name => this.known.set(name, await this.readOne(name))))
    }
  }

  private async readOne(name: string): Promise<LaneNote | undefined> {
    const folder = join(this.request.folder, 'notes', name)
    try {
      await this.request.shelf.fetch(name, folder)
      const text = await readFile(join(folder, noteFile), 'utf8').catch(() => '') // missing: no information
      return tryReadLaneNote(text)
    } catch (error) {
      if (error instanceof DamagedArtifactError) return undefined
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** How often a job has recorded that it waits, or no longer does. A second note of the same name adds nothing. */
function countChanges(waits: readonly string[], job: string): number {
  const own = waits.map(wait => wait.split('.')).filter(parts => parts[0] === job)
  return new Set(own.map(parts => parts[1])).size
}
