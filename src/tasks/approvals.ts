import type { TaskId } from '../model/plan.ts'
import { type TaskResult, waitsForPerson } from '../model/task-result.ts'
import { readDecision } from '../run/approvals/approvals.ts'
import type { RunContext } from '../run/run-context.ts'
import { sleepUntil } from './asking/sleep-until.ts'

/** Decisions are refs, which other processes write. */
const pollMs = 1000

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
    this.context.emit({ kind: 'notice', text: `${result.task}: ${result.reason}` })
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

  /** Until a person has decided about one of these tasks, or the signal aborts. */
  async untilDecided(undecided: ReadonlySet<TaskId>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.areUndecided(undecided)))
      await sleepUntil(Date.now() + pollMs, signal)
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
