import { type OutputText, toPlain } from './output-text.ts'
import type { FailedTest, Runner, TestOutput } from './test-output.ts'

/** Reads one format; undefined if the output is not in that format. */
export type TestReader = (output: OutputText) => Reading | undefined

export type Reading =
  | { readonly kind: 'read'; readonly runner: Runner; readonly output: TestOutput }
  /** The format matches, but names and counts differ: wrong names are worse than none. */
  | { readonly kind: 'doubtful'; readonly runner: Runner }

/** Unverified findings of a reader. */
export interface Findings {
  readonly runner: Runner
  /** One entry per named failure: a test may occur several times. */
  readonly failed: readonly Omit<FailedTest, 'runner'>[]
  readonly broken?: readonly string[]
  readonly ran?: number | undefined
  /** The runner's own count of failures, if it prints one. */
  readonly stated?: number | undefined
  readonly isDoubtful?: boolean
  /** There may be more failures than named. */
  readonly hidesMore?: boolean
}

/**
 * Accepts the names only if they match the runner's count. More names: a test printed some, and it is unknown which. Fewer: the
 * output was cut.
 */
export function toReading(findings: Findings): Reading {
  const { runner, failed, broken = [], ran, stated = failed.length, hidesMore = false } = findings
  const namesNone = failed.length === 0 && broken.length === 0 && stated > 0
  if (findings.isDoubtful || failed.length > stated || namesNone) return { kind: 'doubtful', runner }
  const output = {
    failed: toUnique(failed).map(test => ({
      ...test,
      id: toPlain(test.id),
      message: toMessage(test.message),
      runner,
    })),
    broken: [...new Set(broken)],
    ran: ran ?? null,
    isComplete: !hidesMore && broken.length === 0 && failed.length === stated,
  }
  return { kind: 'read', runner, output }
}

/** The first failure of each id. */
function toUnique(failed: Findings['failed']): Findings['failed'] {
  const ids = new Set<string>()
  return failed.filter(({ id }) => !ids.has(id) && ids.add(id))
}

function toMessage(text: string | null): string | null {
  const message = toPlain((text ?? '').trim().split('\n', 1)[0] ?? '').slice(0, 200)
  return message === '' ? null : message
}

/** The number before a word: 3 in `3 failed, 1 passed` for `failed`; 0 if the word is missing. */
export function countOf(line: string, word: string): number {
  const match = new RegExp(`\\b(\\d{1,9}) ${word}\\b`).exec(line)
  return Number(match?.[1] ?? 0)
}

/** The first meaningful line among the next few. */
export function nextTelling(lines: readonly string[], index: number): string | null {
  return lines.slice(index + 1, index + 6).find(line => line.trim() !== '') ?? null
}

const sourceFile = /^[^\s:*?"<>|]{1,500}\.(?:[cm]?[jt]sx?|py|rb|php|rs|go)$/

/** Some runners report a file that could not be loaded as a test with the file's name. */
export function isSourceFile(name: string): boolean {
  return sourceFile.test(name)
}
