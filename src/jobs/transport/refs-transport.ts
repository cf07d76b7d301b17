import * as z from 'zod'
import type { ObjectId } from '../../git/objects/objects.ts'
import { listRefs } from '../../git/refs/refs.ts'
import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import { pushRefs } from '../../git/remote/push-refs.ts'
import { type RemoteAccess, readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import { stateRefs } from '../../run/run-refs.ts'
import { RunStore } from '../../run/run-store.ts'
import { setWorkflowsAside } from '../../tasks/gates/kept-workflows.ts'
import { maskKept } from '../../tasks/gates/mask-kept.ts'
import { type LaneNote, toLaneNoteText, tryReadLaneNote } from './lane-note.ts'
import { type Arrival, type BegunLane, type Transport, TransportError } from './transport.ts'

export interface RefsTransportRequest {
  readonly repository: Repository
  readonly run: RunId
  /** Of the workflow run, from 1. */
  readonly attempt: number
  readonly access: RemoteAccess
  /** The plan's branch pattern. */
  readonly branch: string | undefined
  /** The attempt of published results without their own. Undefined: those are not complete yet. */
  readonly published?: { readonly attempt: number }
}

/** Direct mode: jobs with write access exchange a run by its refs. */
export class RefsTransport implements Transport {
  private readonly request: RefsTransportRequest
  private readonly store: RunStore
  /** Results that were already returned, so that none is imported twice. */
  private readonly seen = new Map<TaskId, ObjectId>()
  /** By the id of their blob. */
  private readonly notes = new Map<ObjectId, LaneNote | undefined>()

  constructor(request: RefsTransportRequest) {
    this.request = request
    this.store = new RunStore(request.repository, request.run, request.branch)
  }

  /** The refs of one task include the run's plan and base, which make the run known. */
  async give(task: TaskId): Promise<void> {
    const { refs } = this.store
    const attempt = await this.store.writeJson({ attempt: this.request.attempt })
    await this.store.pointRefs([[refs.attempt(task), attempt]])
    const { repository, access } = this.request
    await maskKept(repository, this.store, [refs.kept(task)])
    await setWorkflowsAside(repository, this.store, access, [refs.kept(task)])
    await this.push([refs.plan, refs.base, ...this.toTaskRefs(task)])
  }

  async take(tasks: readonly TaskId[]): Promise<readonly Arrival[]> {
    const known = await this.store.readResults(tasks)
    const remote = await this.readRemote([`${stateRefs}${this.request.run}/results/*`])
    const missing = tasks.filter(task => !known.has(task))
    const fresh = missing.filter(task => {
      const id = remote.get(this.store.refs.result(task))
      return id !== undefined && id !== this.seen.get(task)
    })
    if (fresh.length === 0) return []
    await this.fetch(fresh)
    const answers = await Promise.all(fresh.map(task => this.inspect(task)))
    return answers.filter(answer => answer !== undefined)
  }

  async beginLane(lane: Lane, job: string | null): Promise<void> {
    await this.note(this.store.refs.begun(lane.id), this.toNote(lane, job))
  }

  async readBegunLanes(): Promise<readonly BegunLane[]> {
    const notes = await this.readNotes(this.store.refs.begun(''))
    return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]))
  }

  /** A note without a job means that it no longer waits. */
  async tellWaiting(job: string, isWaiting: boolean): Promise<void> {
    const text = this.toNote({ tasks: [] }, isWaiting ? job : null)
    await this.note(this.store.refs.waiting(job), text)
  }

  async readWaitingJobs(): Promise<ReadonlySet<string>> {
    const notes = await this.readNotes(this.store.refs.waiting(''))
    const waiting = notes.filter(({ attempt }) => attempt === this.request.attempt)
    return new Set(waiting.flatMap(({ job }) => job ?? []))
  }

  async endLane(lane: Lane): Promise<void> {
    await this.note(this.store.refs.lane(lane.id), this.toNote(lane, null))
  }

  async readEndedTasks(): Promise<ReadonlySet<TaskId>> {
    const notes = await this.readNotes(this.store.refs.lane(''))
    return new Set(
      notes.filter(({ attempt }) => attempt === this.request.attempt).flatMap(({ tasks }) => tasks),
    )
  }

  /** Whoever can push needs no key. */
  private toNote(lane: Pick<Lane, 'tasks'>, job: string | null): string {
    return toLaneNoteText(lane, { attempt: this.request.attempt, job, proof: null })
  }

  private async note(ref: string, text: string): Promise<void> {
    await this.store.pointRefs([[ref, await this.store.writeText(text)]])
    await this.push([ref])
  }

  private async readNotes(prefix: string): Promise<LaneNote[]> {
    const remote = await this.readRemote([`${prefix}*`])
    const fresh = [...remote].filter(([, id]) => !this.notes.has(id))
    if (fresh.length > 0) await this.fetchRefs(fresh.map(([ref]) => ref))
    for (const [, id] of fresh) {
      const object = await this.request.repository.objects.read(id)
      this.notes.set(
        id,
        object?.type === 'blob' ? tryReadLaneNote(object.content.toString('utf8')) : undefined,
      )
    }
    return [...remote.values()].flatMap(id => this.notes.get(id) ?? [])
  }

  private toTaskRefs(task: TaskId): string[] {
    const { refs } = this.store
    const others = [
      refs.branch(task),
      refs.kept(task),
      refs.log(task),
      refs.messages(task),
      refs.attempt(task),
    ]
    return [...others, refs.result(task)]
  }

  private async push(names: readonly string[]): Promise<void> {
    const { repository, access } = this.request
    const refs = await listRefs(repository, names)
    const push = await pushRefs(
      repository,
      access,
      refs.filter(({ name }) => names.includes(name)),
      undefined,
    )
    if (push.kind === 'refused') throw new TransportError(`could not be pushed: ${push.reason}`)
  }

  private async fetch(tasks: readonly TaskId[]): Promise<void> {
    const { run } = this.request
    const wanted = new Set(tasks.flatMap(task => this.toTaskRefs(task)))
    const branches = tasks.map(task => this.store.refs.branch(task))
    const remote = await this.readRemote([`${stateRefs}${run}/*`, ...branches])
    await this.fetchRefs([...remote.keys()].filter(name => wanted.has(name)))
  }

  /** The arrival of a task; undefined while only part of it is visible: refs of one push do not appear all at once. */
  private async inspect(task: TaskId): Promise<Arrival | undefined> {
    const { refs } = this.store
    const id = await this.store.resolve(refs.result(task))
    if (id === undefined) return undefined
    const result = await this.store.readResult(task)
    const problem = result === undefined ? 'its result cannot be read' : this.tryProblem(task, result)
    if (problem !== undefined) return this.refuse(task, id, problem)
    const isWhole = (await this.store.resolve(refs.branch(task))) === (result?.commit ?? undefined)
    const attempt = (await this.store.readJson(refs.attempt(task), attemptSchema)) ?? this.request.published
    if (!isWhole || attempt === undefined) {
      await this.store.pointRefs([[refs.result(task), undefined]])
      return undefined
    }
    this.seen.set(task, id)
    return { task, kind: 'taken', attempt: attempt.attempt }
  }

  private tryProblem(task: TaskId, result: TaskResult): string | undefined {
    if (result.task !== task) return `its result is that of ${result.task}`
    if ((result.outcome === 'succeeded') !== (result.commit !== null))
      return `its result does not match: it is ${result.outcome}, ${result.commit === null ? 'without' : 'with'} a branch`
    return undefined
  }

  private async refuse(task: TaskId, id: ObjectId, reason: string): Promise<Arrival> {
    this.seen.set(task, id)
    await this.store.pointRefs(this.toTaskRefs(task).map(ref => [ref, undefined] as const))
    return { task, kind: 'refused', reason }
  }

  private async readRemote(patterns: readonly string[]): Promise<ReadonlyMap<string, ObjectId>> {
    const { repository, access } = this.request
    const remote = await readRemoteRefs(repository, access, patterns)
    if (remote.kind === 'unreachable') throw new TransportError(`could not be read: ${remote.reason}`)
    return remote.refs
  }

  private async fetchRefs(names: readonly string[]): Promise<void> {
    const failure = await tryFetchRefs(this.request.repository, this.request.access, names)
    if (failure !== undefined) throw new TransportError(`could not be fetched: ${failure}`)
  }
}

const attemptSchema = z.object({ attempt: z.number().int().positive() })
