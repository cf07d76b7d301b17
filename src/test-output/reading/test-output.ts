/** The distinguished formats. Many runners write `tap` and `junit`. */
export type Runner =
  | 'jest'
  | 'vitest'
  | 'mocha'
  | 'node'
  | 'tap'
  | 'pytest'
  | 'unittest'
  | 'go'
  | 'cargo'
  | 'rspec'
  | 'phpunit'
  | 'typescript'
  | 'junit'

export interface FailedTest {
  /** Identical in every run and worktree: no line numbers, no times, paths relative to the root. */
  readonly id: string
  /** The file (in Go the package) that the runner loads, relative to the root if it is below it; null if unknown. */
  readonly file: string | null
  /** The name that the runner selects it by. */
  readonly name: string
  /** The first meaningful line of the failure, at most 200 characters. */
  readonly message: string | null
  readonly runner: Runner
}

/** The test results of a command. */
export interface TestOutput {
  readonly failed: readonly FailedTest[]
  /** Files or packages that did not load, compile or finish: their tests are not known to pass. */
  readonly broken: readonly string[]
  /** Number of tests that ran; null if unknown. */
  readonly ran: number | null
  /** Whether every failure is named: nothing is broken, cut off, stopped early or hidden by a failed hook. */
  readonly isComplete: boolean
}

/** Joins the results of several runners or report files. */
export function joinTestOutputs(outputs: readonly TestOutput[]): TestOutput {
  const tests = outputs.flatMap(output => output.failed)
  const counts = outputs.map(output => output.ran)
  return {
    failed: [...new Map(tests.map(test => [`${test.runner} ${test.id}`, test])).values()],
    broken: [...new Set(outputs.flatMap(output => output.broken))],
    ran: counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0),
    isComplete: outputs.every(output => output.isComplete),
  }
}
