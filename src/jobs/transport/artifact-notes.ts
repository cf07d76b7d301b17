import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import { type LaneNoteKind, listLaneArtifacts, toLaneArtifactName } from '../handover/artifact-name.ts'
import type { LaneClaim } from '../handover/lane-claims.ts'
import { noteBytes } from '../handover/limits.ts'
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

/** A lane as its job announced it, in an artifact. */
export interface AnnouncedLane extends Omit<LaneClaim, 'maker'> {
  readonly artifact: string
  /** The lane's job of the workflow run; null if unknown. */
  readonly job: string | null
}

/** Whether an artifact is from a job of the workflow run. */
export type IsFrom = (artifact: string, job: string) => boolean

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
  ): Promise<string> {
    const { shelf } = this.request
    return this.withFile(kind, lane, { job, proof }, (...upload) => shelf.put(...upload))
  }

  /** Writes it although another job may have used the name. */
  async writeBeside(
    kind: LaneNoteKind,
    lane: Pick<Lane, 'id' | 'tasks'>,
    note: Pick<LaneNote, 'job' | 'proof'>,
  ): Promise<void> {
    const { shelf } = this.request
    await this.withFile(kind, lane, note, (...upload) => shelf.putBeside(...upload))
  }

  private async withFile<T>(
    kind: LaneNoteKind,
    lane: Pick<Lane, 'id' | 'tasks'>,
    { job, proof }: Pick<LaneNote, 'job' | 'proof'>,
    upload: (...upload: Parameters<ArtifactShelf['put']>) => Promise<T>,
  ): Promise<T> {
    const { run, attempt } = this.request
    const folder = join(this.request.folder, kind)
    await mkdir(folder, { recursive: true })
    const path = join(folder, noteFile)
    await writeFile(path, toLaneNoteText(lane, { attempt, job, proof }))
    const name = toLaneArtifactName(run, attempt, kind, lane.id)
    const done = await upload(copy => (copy === 1 ? name : `${name}.${copy}`), [path], folder)
    await rm(folder, { recursive: true, force: true })
    return done
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

  /** What lanes announced when they began. */
  async readClaims(): Promise<AnnouncedLane[]> {
    const notes = await this.read('begin', toAttempts(this.request.attempt))
    return notes.map(({ artifact, lane, attempt, job, tasks, proof }) => ({
      ...{ artifact, lane, attempt, job, tasks },
      key: proof,
    }))
  }

  /** Each change is an artifact: an odd number of them means that the job waits. */
  async tellWaiting(job: string, isWaiting: boolean, isFrom: IsFrom): Promise<void> {
    const changes = countChanges(await this.listWaits(isFrom), job)
    if ((changes % 2 === 1) !== isWaiting)
      await this.writeBeside('wait', { id: `${job}.${changes + 1}`, tasks: [] }, { job, proof: null })
  }

  async readWaitingJobs(isFrom: IsFrom): Promise<ReadonlySet<string>> {
    const waits = await this.listWaits(isFrom)
    const jobs = new Set(waits.map(wait => wait.split('.')[0] ?? ''))
    return new Set([...jobs].filter(job => countChanges(waits, job) % 2 === 1))
  }

  /** The names of the artifacts about waiting that are from the job that they name, as `<job>.<number>`. */
  private async listWaits(isFrom: IsFrom): Promise<string[]> {
    const { run, attempt, shelf } = this.request
    const prefix = toLaneArtifactName(run, attempt, 'wait', '')
    const names = listLaneArtifacts(await shelf.list(), run, attempt, 'wait')
    const own = names.filter(name => isFrom(name, name.slice(prefix.length).split('.')[0] ?? ''))
    return own.map(name => name.slice(prefix.length))
  }

  /** A note as it is there now; undefined: no longer. */
  async fetchNote(name: string): Promise<LaneNote | undefined> {
    const all = await this.request.shelf.list()
    return all.includes(name) ? this.readOne(name) : undefined
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
      await this.request.shelf.fetch(name, folder, noteBytes)
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
