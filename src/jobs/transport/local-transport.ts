import type { TaskId } from '../../model/plan.ts'
import type { RunStore } from '../../run/run-store.ts'
import type { Arrival, BegunLane, Transport } from './transport.ts'

/** For jobs that work in one and the same repository: what one of them writes is where the others read. */
export class LocalTransport implements Transport {
  private readonly store: RunStore
  private readonly attempt: number
  private readonly seen = new Set<TaskId>()
  private readonly endedTasks = new Set<TaskId>()

  constructor(store: RunStore, attempt: number) {
    this.store = store
    this.attempt = attempt
  }

  async give(): Promise<void> {}

  async take(tasks: readonly TaskId[]): Promise<readonly Arrival[]> {
    const results = await this.store.readResults(tasks.filter(task => !this.seen.has(task)))
    for (const task of results.keys()) this.seen.add(task)
    return [...results.keys()].map(task => ({ task, kind: 'taken', attempt: this.attempt }))
  }

  async beginLane(): Promise<void> {}

  async readBegunLanes(): Promise<readonly BegunLane[]> {
    return []
  }

  async endLane({ tasks }: { readonly tasks: readonly TaskId[] }): Promise<void> {
    for (const task of tasks) this.endedTasks.add(task)
  }

  async readEndedTasks(): Promise<ReadonlySet<TaskId>> {
    return this.endedTasks
  }
}
