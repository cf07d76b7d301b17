import type { TaskId } from '../model/plan.ts'
import { type TaskResult, waitsForPerson } from '../model/task-result.ts'
import { readDecision } from '../run/approvals/approvals.ts'
import type { RunContext } from '../run/run-context.ts'

/** Which tasks wait until a person has decided about their plans. */
export class Approvals {
  private readonly context: RunContext
  private readonly waiting = new Map<TaskId, TaskResult>()

  constructor(context: RunContext) {
    this.context = context
  }

  /** Takes up what an earlier process has stored. */
  restore(results: ReadonlyMap<TaskId, TaskResult>): void {
    for (const result of results.values()) if (waitsForPerson(result)) this.waiting.set(result.task, result)
  }

  note(result: TaskResult): void {
    this.waiting.set(result.task, result)
    this.context.emit({ kind: 'notice', text: `${result.task}: ${result.reason}` })
  }

  /** Those about which nothing was said yet. */
  async heldTasks(): Promise<Set<TaskId>> {
    const ids = [...this.waiting.keys()]
    const decisions = await Promise.all(ids.map(id => readDecision(this.context.store, id)))
    return new Set(ids.filter((_, index) => decisions[index] === undefined))
  }

  /** The stored result of a task that still waits. */
  resultOf(task: TaskId): TaskResult | undefined {
    return this.waiting.get(task)
  }
}
