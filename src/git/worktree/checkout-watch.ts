import type { TaskId } from '../../model/plan.ts'
import type { Repository } from '../repository/open-repository.ts'
import { tryListChanges } from './checkout-changes.ts'

/** What has changed in the user's checkout while a task ran. Other tasks, or the user, may have done it. */
export interface CheckoutLook {
  /** Everything that has changed since the task began. */
  readonly changes: readonly string[]
  /** Those of them that no earlier look has found. */
  readonly fresh: readonly string[]
  /** The tasks that were running when they were found. */
  readonly running: readonly TaskId[]
}

/** Notices when something changes in the user's checkout while agents run: they should only write to their own. */
export class CheckoutWatch {
  private readonly repository: Repository
  /** All changes that were seen so far; undefined: git cannot tell. */
  private known: Promise<ReadonlySet<string> | undefined> | undefined
  /** What was found while a task ran. */
  private readonly found = new Map<TaskId, Set<string>>()
  private readonly running = new Set<TaskId>()

  constructor(repository: Repository) {
    this.repository = repository
  }

  /** Resolves when it is known what the checkout was like before the first agent. */
  async begin(task: TaskId): Promise<void> {
    this.running.add(task)
    this.known ??= tryListChanges(this.repository)
    await this.known
  }

  /** Looks again when a task has ended. */
  async end(task: TaskId): Promise<CheckoutLook> {
    const running = [...this.running]
    const fresh = await this.findFresh()
    for (const each of running) this.found.set(each, new Set([...(this.found.get(each) ?? []), ...fresh]))
    this.running.delete(task)
    return { changes: [...(this.found.get(task) ?? [])], fresh, running }
  }

  /** One look after another, so that two tasks that end together do not both find the same. */
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
