import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import { findRunPaths } from '../../run/run-paths.ts'
import { RunStore } from '../../run/run-store.ts'
import { type ArtifactName, toArtifactName, toLatestArtifacts } from '../handover/artifact-name.ts'
import { handoverLimits } from '../handover/limits.ts'
import { type Handover, readHandovers } from '../handover/read-handovers.ts'
import { signHandover, writeHandover } from '../handover/write-handover.ts'
import { ArtifactNotes, toAttempts } from './artifact-notes.ts'
import { ArtifactShelf } from './artifact-shelf.ts'
import type { ArtifactStore } from './artifact-store.ts'
import { downloadHandovers } from './download-handovers.ts'
import { LaneAnnouncement } from './lane-announcement.ts'
import { toLaneEndText } from './lane-note.ts'
import { Provenance } from './provenance.ts'
import {
  type Arrival,
  type BegunLane,
  type Transport,
  TransportError,
  TransportRefusedError,
} from './transport.ts'

export interface ArtifactsTransportRequest {
  readonly repository: Repository
  readonly run: RunId
  /** Of the workflow run, from 1. */
  readonly attempt: number
  /** The start of tasks without prerequisites. */
  readonly start: ObjectId
  readonly artifacts: ArtifactStore
  /** The plan's branch pattern. */
  readonly branch: string | undefined
  /** Refs for jobs that may push, in case artifacts are refused, and for published runs. */
  readonly refs: Transport | undefined
}

/** Jobs without write access exchange a run by artifacts, one a task. No job trusts the handovers of others. */
export class ArtifactsTransport implements Transport {
  private readonly request: ArtifactsTransportRequest
  private readonly store: RunStore
  private readonly folder: string
  private readonly shelf: ArtifactShelf
  private readonly notes: ArtifactNotes
  private readonly announcement: LaneAnnouncement
  private readonly given = new Set<TaskId>()
  /** Names that were already returned. */
  private readonly seen = new Set<string>()

  constructor(request: ArtifactsTransportRequest) {
    this.request = request
    this.store = new RunStore(request.repository, request.run, request.branch)
    this.folder = join(findRunPaths(request.repository, request.run).state, 'handovers')
    this.shelf = new ArtifactShelf(request.artifacts)
    this.notes = new ArtifactNotes({ ...request, shelf: this.shelf, folder: this.folder })
    this.announcement = new LaneAnnouncement(this.notes)
  }

  async give(task: TaskId): Promise<void> {
    if (this.given.has(task)) return
    await this.unlessRefused(
      () => this.upload(task),
      refs => refs.give(task),
    )
    this.given.add(task)
  }

  async take(tasks: readonly TaskId[]): Promise<readonly Arrival[]> {
    const known = await this.store.readResults(tasks)
    const missing = new Set(tasks.filter(task => !known.has(task)))
    const latest = toLatestArtifacts(await this.shelf.list(), this.request)
    const pushed = await this.takePushed(subtract(missing, latest))
    const fresh = latest.filter(name => missing.has(name.task) && !this.seen.has(toArtifactName(name)))
    return fresh.length === 0 ? pushed : [...pushed, ...(await this.takeArtifacts(fresh))]
  }

  private async takeArtifacts(fresh: readonly ArtifactName[]): Promise<readonly Arrival[]> {
    const folder = join(this.folder, 'taken')
    try {
      const { arrived, refused } = await downloadHandovers(this.shelf, {
        names: fresh,
        folder,
        readProvenance: () => this.readProvenance(),
      })
      const arrivals = [...refused, ...(await this.takeIn(arrived))]
      for (const name of fresh) this.seen.add(toArtifactName(name))
      return arrivals
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Tasks without an artifact may be on refs: published by an earlier attempt, or pushed because artifacts were refused. */
  private async takePushed(tasks: readonly TaskId[]): Promise<readonly Arrival[]> {
    try {
      return tasks.length === 0 ? [] : ((await this.request.refs?.take(tasks)) ?? [])
    } catch (error) {
      if (error instanceof TransportError) return [] // usually there are none
      throw error
    }
  }

  /** Falls back to refs if artifacts are refused for good and this job may push. */
  private async unlessRefused(
    byArtifacts: () => Promise<void>,
    byRefs: (refs: Transport) => Promise<void>,
  ): Promise<void> {
    try {
      await byArtifacts()
    } catch (error) {
      if (!(error instanceof TransportRefusedError) || this.request.refs === undefined) throw error
      await byRefs(this.request.refs).catch((second: Error) => {
        if (second instanceof TransportError && !/403|denied|not permitted/i.test(second.message))
          throw second
        throw new TransportRefusedError(`${error.message}\n${toAdvice(second)}`, { cause: second })
      })
    }
  }

  async beginLane(lane: Lane, job: string | null): Promise<void> {
    this.announcement.begin(lane, job)
    await this.unlessRefused(
      () => this.announcement.announce(),
      refs => refs.beginLane(lane, job),
    )
  }

  async readBegunLanes(): Promise<readonly BegunLane[]> {
    const notes = await this.notes.read('begin', toAttempts(this.request.attempt))
    return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]))
  }

  async tellWaiting(job: string, isWaiting: boolean): Promise<void> {
    const provenance = await this.readProvenance()
    await this.notes.tellWaiting(job, isWaiting, (...artifact) => provenance.isFrom(...artifact))
  }

  async readWaitingJobs(): Promise<ReadonlySet<string>> {
    const provenance = await this.readProvenance()
    return this.notes.readWaitingJobs((...artifact) => provenance.isFrom(...artifact))
  }

  async endLane(lane: Lane): Promise<void> {
    this.announcement.begin(lane, null) // it may have failed before it began
    await this.announcement.announce()
    const { run, attempt } = this.request
    const proof = this.announcement.key.sign(toLaneEndText(run, attempt, lane.id))
    await this.notes.write('lane', lane, { job: null, proof })
    await this.announcement.confirm()
  }

  async readEndedTasks(): Promise<ReadonlySet<TaskId>> {
    const { run, attempt } = this.request
    const notes = await this.notes.read('lane', [attempt])
    if (notes.length === 0) return new Set()
    const provenance = await this.readProvenance()
    const ended = notes.flatMap(
      note => provenance.tryEndedTasks(note, toLaneEndText(run, attempt, note.lane)) ?? [],
    )
    return new Set(ended)
  }

  private readProvenance(): Promise<Provenance> {
    const { run, artifacts } = this.request
    return Provenance.read({ run, artifacts, notes: this.notes, jobs: [] })
  }

  private async upload(task: TaskId): Promise<void> {
    const { repository, run, attempt } = this.request
    const folder = join(this.folder, 'given', task)
    await this.announcement.announce()
    const files = await writeHandover(repository, { run, attempt, task, folder })
    files.push(await signHandover(this.announcement.key, task, folder))
    const toName = (copy: number) => toArtifactName({ run, attempt, task, copy })
    await this.announcement.orContest(() => this.shelf.put(toName, files, folder))
    await rm(folder, { recursive: true, force: true })
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
}

function subtract(tasks: ReadonlySet<TaskId>, names: readonly ArtifactName[]): TaskId[] {
  const named = new Set(names.map(({ task }) => task))
  return [...tasks].filter(task => !named.has(task))
}

function toAdvice({ message }: Error): string {
  return (
    `This job cannot push instead (${message}). Delete artifacts of earlier runs, or raise the limit: Settings → Billing → Actions. ` +
    'Or let jobs push their work: `push: true` under `with:`, and in each job\n    permissions: { contents: write }'
  )
}
