import type { TaskId } from '../model/plan.ts'
import { toRate } from './group-size.ts'
import type { Link } from './world.ts'

interface Eviction {
  readonly reason: string
  /** Branches merged before it when it failed. */
  readonly before: readonly TaskId[]
}

/** What the search for culprits knows of branches so far: those that are out, and how far a chain is known to pass. */
export class SearchState<L extends Link> {
  private readonly evicted = new Map<TaskId, Eviction>()
  /** Evicted branches that got their second chance. */
  private readonly retried = new Set<TaskId>()
  /** Trees that passed the whole test. */
  private readonly green = new Set<string>()

  get evictions(): number {
    return this.evicted.size
  }

  /** Each evicted branch, and why. */
  listReasons(): Map<TaskId, string> {
    return new Map([...this.evicted].map(([task, { reason }]) => [task, reason]))
  }

  /** How many merges of a chain are known to pass together. */
  countPassed(chain: readonly L[]): number {
    return chain.findLastIndex(({ tree }) => this.green.has(tree)) + 1
  }

  setPassed(chain: readonly L[], length: number): void {
    if (length > 0) this.green.add((chain[length - 1] as L).tree)
  }

  /** How often a branch breaks the tests, if that many have passed. */
  rate(passed: number): number {
    return toRate(this.evicted.size, passed + this.evicted.size)
  }

  evict(chain: readonly L[], place: number, reason: string): void {
    const before = chain.slice(0, place - 1).map(link => link.task)
    this.evicted.set((chain[place - 1] as L).task, { reason, before })
  }

  /** Lets an evicted branch be merged again if a branch that it failed with is gone. Each gets one such chance. */
  reconsider(chain: readonly L[]): boolean {
    const merged = new Set(chain.map(({ task }) => task))
    const stale = [...this.evicted].filter(
      ([task, { before }]) => !this.retried.has(task) && before.some(other => !merged.has(other)),
    )
    for (const [task] of stale) {
      this.retried.add(task)
      this.evicted.delete(task)
    }
    return stale.length > 0
  }
}
