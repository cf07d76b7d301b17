import { type TestFile, tryReadTestFile } from './read-tests.ts'

/** A changed file, before and after; null: absent. */
export interface TestFileChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** A change that makes the tests of a file prove less. */
export interface WeakenedTests {
  readonly path: string
  /** "2 tests were removed (adds, subtracts)". */
  readonly how: string
  /** Whether there are fewer tests than before. */
  readonly isFewer: boolean
}

interface ChangedTests {
  readonly path: string
  readonly before: TestFile
  readonly after: TestFile
  readonly isNew: boolean
  readonly isGone: boolean
}

/**
 * Finds tests that were deleted, skipped, emptied, or disabled because others are focused. A test that moved to another file does
 * not count.
 */
export function findWeakenedTests(changes: readonly TestFileChange[]): WeakenedTests[] {
  const files = changes.flatMap(toChangedTests)
  const arrivals = new Arrivals(files)
  return files.flatMap(file => [...findMissing(file, arrivals), ...findMarks(file)])
}

function toChangedTests({ path, before, after }: TestFileChange): ChangedTests[] {
  const [old, now] = [before, after].map(text => tryReadTestFile(path, text ?? ''))
  if (old === undefined || now === undefined) return []
  return [{ path, before: old, after: now, isNew: before === null, isGone: after === null }]
}

/** New tests of a file: each may be a test that moved there. */
class Arrivals {
  private readonly names: string[]

  constructor(files: readonly ChangedTests[]) {
    this.names = files.flatMap(({ before, after }) => without(after.tests, before.tests))
  }

  /** The tests that did not move anywhere. */
  takeOut(tests: readonly string[]): string[] {
    return tests.filter(name => {
      const index = this.names.indexOf(name)
      if (index >= 0) this.names.splice(index, 1)
      return index < 0
    })
  }
}

function findMissing({ path, before, after, isGone }: ChangedTests, arrivals: Arrivals): WeakenedTests[] {
  const gone = without(before.tests, after.tests)
  const lost = arrivals.takeOut(gone)
  // A renamed test has a new name in the same file.
  const renamed = without(after.tests, before.tests).length
  const count = isGone ? lost.length : lost.length - renamed
  if (count <= 0) return []
  const what = `${count} ${count === 1 ? 'test' : 'tests'}`
  const how = isGone ? `deleted, with ${what}` : `${what} removed (${toNames(lost)})`
  return [{ path, how, isFewer: true }]
}

function findMarks({ path, before, after, isNew, isGone }: ChangedTests): WeakenedTests[] {
  if (isGone) return []
  const found: string[] = []
  if (!isNew && after.skips > before.skips) found.push(`${toCount(after.skips - before.skips)} skipped`)
  if (after.focuses > before.focuses) found.push('some tests focused, so others do not run')
  if (!isNew && after.empty > before.empty) found.push(`${toCount(after.empty - before.empty)} emptied`)
  if (isReplaced(before, after)) found.push('assertions replaced by some that cannot fail')
  else if (before.assertions > 0 && after.assertions === 0 && after.tests.length > 0)
    found.push('all assertions removed')
  return found.map(how => ({ path, how, isFewer: false }))
}

/** Replaced by `expect(true).toBe(true)` and the like. Beside as many other assertions as before, these are harmless. */
function isReplaced(before: TestFile, after: TestFile): boolean {
  return after.constant > before.constant && after.assertions < before.assertions
}

function toCount(count: number): string {
  return `${count} ${count === 1 ? 'test or group' : 'tests or groups'}`
}

const mostNames = 3

function toNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(name => name.slice(0, 60) || 'an unnamed test')
  return names.length > mostNames ? `${shown.join(', ')}, …` : shown.join(', ')
}

/** The items that are in a list more often than in another one. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return names.filter(name => {
    const index = left.indexOf(name)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}
