import type { TaskId } from '../../model/plan.ts'
import type { Repository } from '../repository/open-repository.ts'
import { tryListChanges } from './checkout-changes.ts'

/** Changes of the user's checkout while a task ran. Other tasks, or the user, may have made them. */
export interface CheckoutLook {
  /** All changes since the task began. */
  readonly changes: readonly string[]
  /** The changes that no earlier look found. */
  readonly fresh: readonly string[]
  /** The tasks that ran at that time. */
  readonly running: readonly TaskId[]
}

/** Notices changes of the user's checkout while agents run: they should only write to their own. */
export class CheckoutWatch {
  private readonly repository: Repository
  /** All changes seen so far; undefined: unknown. */
  private known: Promise<ReadonlySet<string> | undefined> | undefined
  /** Changes found while a task ran. */
  private readonly found = new Map<TaskId, Set<string>>()
  private readonly running = new Set<TaskId>()

  constructor(repository: Repository) {
    this.repository = repository
  }

  /** Resolves when the state before the first agent is known. */
  async begin(task: TaskId): Promise<void> {
    this.running.add(task)
    this.known ??= tryListChanges(this.repository)
    await this.known
  }

  /** Looks again after a task. */
  async end(task: TaskId): Promise<CheckoutLook> {
    const running = [...this.running]
    const fresh = await this.findFresh()
    for (const each of running) this.found.set(each, new Set([...(this.found.get(each) ?? []), ...fresh]))
    this.running.delete(task)
    return { changes: [...(this.found.get(task) ?? [])], fresh, running }
  }

  /** One look at a time, so that two tasks that end together do not both report the same change. */
  private async findFresh(): Promise<readonly string[]> {
    let fresh: readonly string[] = []
    this.known = this.known?.then(async known => {
      const now = known && (await tryListChanges(this.repository))
      if (known === undefined || now === undefined) return undefined
      fresh = [...now].filter(path => !known.has(path))
      return new Set([...known, ...now])
    })
    await this.known
    return fresh
  }
}
