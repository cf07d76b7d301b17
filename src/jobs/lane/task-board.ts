import { isAchieved } from '../../model/outcome.ts'
import { type Plan, prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { withAncestors } from '../../plan/graph/graph.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunStore } from '../../run/run-store.ts'
import type { Arrival, Transport } from '../transport/transport.ts'
import type { EndedLanes } from './ended-lanes.ts'
import { forgetTask, hasBranch, reopenTask } from './task-eligibility.ts'

export interface TaskBoardRequest {
  readonly store: RunStore
  readonly transport: Transport
  readonly endedLanes: EndedLanes
  readonly plan: Plan
  readonly lane: Lane
  /** Of the workflow run, from 1. */
  readonly attempt: number
  readonly notice: (text: string) => void
  /** Called with an earlier job's spending on a task of this lane. */
  readonly onEarlier: (result: TaskResult) => void
}

/** Whether a task can start. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly for: readonly TaskId[] }
  /** Its prerequisites can never arrive. */
  | { readonly kind: 'hopeless'; readonly reason: string }

/** A lane's knowledge of its own tasks and all their prerequisites, in any lane. */
export class TaskBoard {
  readonly results = new Map<TaskId, TaskResult>()
  private readonly request: TaskBoardRequest
  private readonly tasks: ReadonlyMap<TaskId, Task>
  private readonly own: ReadonlySet<TaskId>
  /** In plan order. */
  private readonly wanted: readonly TaskId[]
  /** Tasks of other lanes that will never arrive, and why. */
  private readonly lost = new Map<TaskId, string>()
  private readonly counted = new Set<TaskId>()

  constructor(request: TaskBoardRequest) {
    const { plan, lane } = request
    const wanted = withAncestors(plan.tasks, lane.tasks)
    this.request = request
    this.tasks = new Map(plan.tasks.map(task => [task.id, task]))
    this.own = new Set(lane.tasks)
    this.wanted = plan.tasks.map(({ id }) => id).filter(id => wanted.has(id))
  }

  /** Reads what an earlier job left in this repository. Returns this lane's tasks among them, which other jobs may lack. */
  async readLeft(): Promise<TaskId[]> {
    const left = await this.request.store.readResults(this.wanted)
    for (const result of left.values()) await this.accept(result, false)
    return [...this.results.keys()].filter(id => this.own.has(id))
  }

  /** Imports new handovers, and determines which will never arrive. */
  async look(): Promise<void> {
    const missing = this.wanted.filter(id => !this.results.has(id) && !this.lost.has(id))
    const awaited = missing.filter(id => !this.own.has(id))
    const ended = await this.request.endedLanes.readTasks(awaited) // read first: their handovers exist by now
    for (const arrival of await this.request.transport.take(missing)) await this.note(arrival)
    for (const id of awaited) {
      if (ended.has(id) && !this.results.has(id) && !this.lost.has(id)) this.lost.set(id, this.whyLost())
    }
  }

  readinessOf(task: Task): Readiness {
    const failed = task.needs.flatMap(id => this.blockerOf(id) ?? [])
    if (failed.length > 0) return { kind: 'blocked', reason: failed.join('; ') }
    const missing = prerequisites(task).filter(id => !this.results.has(id) && !this.lost.has(id))
    return missing.length === 0 ? { kind: 'ready' } : { kind: 'waiting', for: missing }
  }

  /** Why no task can build on this one; undefined if one can now, or may later. */
  private blockerOf(id: TaskId): string | undefined {
    const lost = this.lost.get(id)
    if (lost !== undefined) return `${id}: ${lost}`
    const result = this.results.get(id)
    return result === undefined || isAchieved(this.requireTask(id), result.outcome)
      ? undefined
      : `${id} did not succeed`
  }

  /** In a later attempt, handovers of an earlier one may be deleted. */
  private whyLost(): string {
    if (this.request.attempt === 1) return 'its lane ended without handing it over'
    return 'its job has ended and its handover is gone: choose "Re-run all jobs", or start the workflow again'
  }

  private async note(arrival: Arrival): Promise<void> {
    const { store, attempt, notice } = this.request
    const { task } = arrival
    if (arrival.kind === 'refused') {
      notice(`the handover of ${task} was refused: ${arrival.reason}`)
      if (!this.own.has(task)) this.lost.set(task, 'its handover was refused')
      return
    }
    const result = await store.readResult(task)
    if (result !== undefined) await this.accept(result, arrival.attempt === attempt)
  }

  /** Tasks that failed in an earlier attempt are redone, by this lane or their own. */
  private async accept(result: TaskResult, isFinal: boolean): Promise<void> {
    const { store } = this.request
    const { task } = result
    const isOwn = this.own.has(task)
    if (isOwn) this.countOnce(result)
    const isSettled = isFinal || this.request.lane.settled?.includes(task) === true
    const isWhole = await hasBranch(store, result)
    if (isWhole && ((isSettled && !isOwn) || isAchieved(this.requireTask(task), result.outcome)))
      this.results.set(task, result)
    else if (isOwn) await reopenTask(store, task)
    else await forgetTask(store, task)
  }

  /** A handover may be found both here and through the transport. */
  private countOnce(result: TaskResult): void {
    if (this.counted.has(result.task)) return
    this.counted.add(result.task)
    this.request.onEarlier(result)
  }

  private requireTask(id: TaskId): Task {
    return this.tasks.get(id) as Task
  }
}
