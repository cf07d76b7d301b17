import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskId } from '../model/plan.ts'
import { type TaskResult, waitsForPerson } from '../model/task-result.ts'
import { readDecision } from '../run/approvals/approvals.ts'
import type { RunContext } from '../run/run-context.ts'
import { sleepUntil } from './asking/sleep-until.ts'

/** Tasks that wait for a person to approve their plans. */
export class Approvals {
  private readonly context: RunContext
  private readonly waiting = new Map<TaskId, TaskResult>()

  constructor(context: RunContext) {
    this.context = context
  }

  /** Restores the state of an earlier process. */
  restore(results: ReadonlyMap<TaskId, TaskResult>): void {
    for (const result of results.values())
      if (waitsForPerson(result) && result.workPlan !== null) this.waiting.set(result.task, result)
  }

  note(result: TaskResult): void {
    this.waiting.set(result.task, result)
    const { task, reason } = result
    this.context.emit({ kind: 'parked', task, reason: reason ?? '', until: null })
  }

  /** Its earlier result no longer counts: it may have to wait for a quota. */
  noteStart(task: TaskId): void {
    this.waiting.delete(task)
  }

  /** The tasks with undecided plans. */
  async heldTasks(): Promise<Set<TaskId>> {
    const ids = [...this.waiting.keys()]
    const decisions = await Promise.all(ids.map(id => readDecision(this.context.store, id)))
    return new Set(ids.filter((_, index) => decisions[index] === undefined))
  }

  /** Until a person decides on one of these plans; without any, until the abort. */
  async untilDecided(undecided: ReadonlySet<TaskId>, signal: AbortSignal): Promise<void> {
    if (undecided.size === 0) return sleepUntil(Number.POSITIVE_INFINITY, signal)
    while (!signal.aborted && (await this.areUndecided(undecided)))
      await sleep(pollMs, undefined, { signal }).catch(() => {}) // woken early
  }

  private async areUndecided(tasks: ReadonlySet<TaskId>): Promise<boolean> {
    const held = await this.heldTasks()
    return [...tasks].every(task => held.has(task))
  }

  /** The stored result of a task that still waits. */
  resultOf(task: TaskId): TaskResult | undefined {
    return this.waiting.get(task)
  }
}

const pollMs = 1000
