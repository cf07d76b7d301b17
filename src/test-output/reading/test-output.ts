/** The formats that are distinguished. `tap` and `junit` are written by many runners. */
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
  /** The same for the same test in every run and in every worktree: no line numbers, no times, paths relative to the root. */
  readonly id: string
  /** What the runner loads to run it (in Go its package), relative to the root where it lies below; null when the output does not say. */
  readonly file: string | null
  /** The name that the runner selects it by. */
  readonly name: string
  /** The first telling line of the failure, at most 200 characters. */
  readonly message: string | null
  readonly runner: Runner
}

/** What a test command says about its tests. */
export interface TestOutput {
  readonly failed: readonly FailedTest[]
  /** Files or packages that could not be loaded, compiled or run to their end: the tests in them are not known to pass. */
  readonly broken: readonly string[]
  /** How many tests ran; null when the output does not say. */
  readonly ran: number | null
  /** Whether every failure is named: nothing is broken, cut off, stopped early or hidden behind a failed hook. */
  readonly isComplete: boolean
}

/** Joins what several runners, or several report files, say. */
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
