import type { TaskId } from '../model/plan.ts'

/** What a test command says about a tree. Tests are known by names that are the same in every run. */
export type TestVerdict =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed'
      /** The tests that failed; null where the output does not tell. */
      readonly failed: readonly string[] | null
      /** Something did not even load or compile: other failures may hide behind that. */
      readonly isBroken: boolean
      /** Whether the test ran, or what has to be set up for it failed before. */
      readonly stage: 'setup' | 'test'
      /** For people. */
      readonly reason: string
    }
  /** There is no answer: the run was stopped. */
  | { readonly kind: 'stopped' }

export type FailedVerdict = Extract<TestVerdict, { kind: 'failed' }>

/** A tree that can be tested. */
export interface Testable {
  readonly tree: string
}

/** One merge of a chain: the tree with this branch and all that were merged before. */
export interface Link extends Testable {
  readonly task: TaskId
}

export interface TestRequest {
  readonly tip: Testable
  /** What this tree is, for whoever watches: `8 merged`. */
  readonly what: string
  /** Run only these tests; undefined: everything. */
  readonly chosen?: readonly string[]
  /** 0 for the first run on this tree, 1 for the first repetition, … Each is a run of its own. */
  readonly repetition: number
}

/** What the search for culprits works on. */
export interface World<L extends Link> {
  readonly base: Testable
  /** Whether just these tests can be run. */
  canChoose(tests: readonly string[]): boolean
  /** How many trees may be tested at once. */
  readonly parallel: number
  /** How often what failed is run again before it counts. */
  readonly flakyRetries: number
  /**
   * Merges all branches but the evicted ones and those that cannot be merged without them. The merges before the first
   * branch that is new among the evicted stay the same.
   */
  merge(evicted: ReadonlySet<TaskId>): Promise<readonly L[]>
  test(request: TestRequest): Promise<TestVerdict>
  /** Told about every eviction as it happens. */
  onEvicted(task: TaskId, reason: string): void
}
