import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import { toRunPaths } from '../../run/run-paths.ts'
import { RunStore } from '../../run/run-store.ts'
import {
  type ArtifactName,
  type LaneNoteKind,
  listLaneArtifacts,
  mostCopies,
  toArtifactName,
  toLaneArtifactName,
  toLatestArtifacts,
} from '../handover/artifact-name.ts'
import { handoverLimits } from '../handover/limits.ts'
import { type Handover, readHandovers } from '../handover/read-handovers.ts'
import { writeHandover } from '../handover/write-handover.ts'
import { type ArtifactStore, DamagedArtifactError } from './artifact-store.ts'
import { type LaneNote, toLaneNoteText, tryReadLaneNote } from './lane-note.ts'
import { type Arrival, type BegunLane, type Transport, TransportError } from './transport.ts'

export interface ArtifactsTransportRequest {
  readonly repository: Repository
  readonly run: RunId
  /** Of the workflow run, from 1. */
  readonly attempt: number
  /** Where tasks without prerequisites start. */
  readonly start: ObjectId
  readonly artifacts: ArtifactStore
}

const noteFile = 'lane.json'

/** Jobs that may write nothing to the repository exchange a run by artifacts, one a task. Nobody trusts what others hand over. */
export class ArtifactsTransport implements Transport {
  private readonly request: ArtifactsTransportRequest
  private readonly store: RunStore
  private readonly folder: string
  /** Names that we have begun to fill. */
  private readonly begun = new Set<string>()
  private readonly given = new Set<TaskId>()
  /** Names that were answered with. */
  private readonly seen = new Set<string>()
  /** By the name of their artifact. */
  private readonly notes = new Map<string, LaneNote | undefined>()

  constructor(request: ArtifactsTransportRequest) {
    this.request = request
    this.store = new RunStore(request.repository, request.run)
    this.folder = join(toRunPaths(request.repository, request.run).state, 'handovers')
  }

  async give(task: TaskId): Promise<void> {
    if (this.given.has(task)) return
    const { repository, run, attempt } = this.request
    const folder = join(this.folder, 'given', task)
    const files = await writeHandover(repository, { run, attempt, task, folder })
    await this.upload(copy => toArtifactName({ run, attempt, task, copy }), files, folder)
    this.given.add(task)
    await rm(folder, { recursive: true, force: true })
  }

  async take(tasks: readonly TaskId[]): Promise<readonly Arrival[]> {
    const known = await this.store.readResults(tasks)
    const missing = new Set(tasks.filter(task => !known.has(task)))
    const fresh = toLatestArtifacts(await this.request.artifacts.list(), this.request).filter(
      name => missing.has(name.task) && !this.seen.has(toArtifactName(name)),
    )
    if (fresh.length === 0) return []
    const folder = join(this.folder, 'taken')
    try {
      const { arrived, refused } = await this.downloadAll(fresh, folder)
      const arrivals = [...refused, ...(await this.takeIn(arrived))]
      for (const name of fresh) this.seen.add(toArtifactName(name))
      return arrivals
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async beginLane(lane: Lane, job: string): Promise<void> {
    await this.note('begin', lane, job)
  }

  async readBegunLanes(): Promise<readonly BegunLane[]> {
    const attempts = Array.from({ length: this.request.attempt }, (_, index) => index + 1)
    const notes = await this.readNotes('begin', attempts)
    return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]))
  }

  async endLane(lane: Lane): Promise<void> {
    await this.note('lane', lane, null)
  }

  async readEndedTasks(): Promise<ReadonlySet<TaskId>> {
    const notes = await this.readNotes('lane', [this.request.attempt])
    return new Set(notes.flatMap(({ tasks }) => tasks))
  }

  private async note(kind: LaneNoteKind, lane: Lane, job: string | null): Promise<void> {
    const { run, attempt } = this.request
    const folder = join(this.folder, kind)
    await mkdir(folder, { recursive: true })
    const path = join(folder, noteFile)
    await writeFile(path, toLaneNoteText(lane, attempt, job))
    const name = toLaneArtifactName(run, attempt, kind, lane.id)
    await this.upload(copy => (copy === 1 ? name : `${name}.${copy}`), [path], folder)
    await rm(folder, { recursive: true, force: true })
  }

  private async readNotes(kind: LaneNoteKind, attempts: readonly number[]): Promise<LaneNote[]> {
    const { artifacts, run } = this.request
    const all = await artifacts.list()
    const names = attempts.flatMap(attempt => listLaneArtifacts(all, run, attempt, kind))
    for (const name of names) if (!this.notes.has(name)) this.notes.set(name, await this.readNote(name))
    return names.flatMap(name => this.notes.get(name) ?? [])
  }

  /** A name that we have begun to fill before, without success, is used up: then there is another. */
  private async upload(
    toName: (copy: number) => string,
    files: readonly string[],
    root: string,
  ): Promise<void> {
    const { artifacts } = this.request
    for (let copy = 1; copy <= mostCopies; copy++) {
      const name = toName(copy)
      const isOurs = this.begun.has(name)
      this.begun.add(name)
      if ((await artifacts.upload(name, files, root)) === 'stored') return
      if (!isOurs) throw new Error(`there is an artifact ${name} already, and it is not from this job`)
      if ((await artifacts.list()).includes(name)) return // only the answer was lost
    }
    throw new TransportError(`all names of the artifact ${toName(1)} are used up`)
  }

  /** All or none: a task is only taken with what it builds on. */
  private async downloadAll(names: readonly ArtifactName[], folder: string): Promise<Downloads> {
    const downloads: Downloads = { arrived: [], refused: [] }
    for (const name of names) {
      const place = join(folder, toArtifactName(name))
      try {
        await this.download(toArtifactName(name), place)
        downloads.arrived.push({ task: name.task, attempt: name.attempt, folder: place })
      } catch (error) {
        if (!(error instanceof DamagedArtifactError)) throw error
        downloads.refused.push({ task: name.task, kind: 'refused', reason: error.message })
      }
    }
    return downloads
  }

  private async download(name: string, folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await this.request.artifacts.download(name, folder)
  }

  private async takeIn(handovers: readonly Handover[]): Promise<Arrival[]> {
    const { repository, run, start } = this.request
    const { answers } = await readHandovers(repository, { run, start, handovers, limits: handoverLimits })
    const attempts = new Map(handovers.map(({ task, attempt }) => [task, attempt]))
    return answers.map(answer =>
      answer.kind === 'refused'
        ? answer
        : { task: answer.task, kind: 'taken', attempt: attempts.get(answer.task) ?? 1 },
    )
  }

  private async readNote(name: string): Promise<LaneNote | undefined> {
    const folder = join(this.folder, 'note')
    try {
      await this.download(name, folder)
      const text = await readFile(join(folder, noteFile), 'utf8').catch(() => '') // not there: says nothing
      return tryReadLaneNote(text)
    } catch (error) {
      if (error instanceof DamagedArtifactError) return undefined
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

interface Downloads {
  readonly arrived: Handover[]
  readonly refused: Arrival[]
}
