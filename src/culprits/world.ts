import type { TaskId } from '../model/plan.ts'

/** The result of a test command on a tree. Tests keep their names in every run. */
export type TestVerdict =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed'
      /** The tests that failed; null if the output does not name them. */
      readonly failed: readonly string[] | null
      /** Something did not load or compile, which may hide other failures. */
      readonly isBroken: boolean
      /** Whether the test failed or already its setup. */
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
  /** The tree in words, for progress: `8 merged`. */
  readonly what: string
  /** Run only these tests; undefined: everything. */
  readonly chosen?: readonly string[]
  /** 0 for the first run on this tree, 1 for the first repetition, … Each is a separate run. */
  readonly repetition: number
}

/** The world that the search for culprits works on. */
export interface World<L extends Link> {
  readonly base: Testable
  /** Whether exactly these tests can be run. */
  canChoose(tests: readonly string[]): boolean
  /** Why a branch does not land with which just these tests fail, for people. */
  toReason(tests: readonly string[]): string
  /** How many trees may be tested at once. */
  readonly parallel: number
  /** How often a failure is repeated before it counts. */
  readonly flakyRetries: number
  /** Merges all branches except the evicted ones and those that need them. Merges before the first newly evicted branch stay the same. */
  merge(evicted: ReadonlySet<TaskId>): Promise<readonly L[]>
  test(request: TestRequest): Promise<TestVerdict>
  /** Called for every eviction. */
  onEvicted(task: TaskId, reason: string): void
}
