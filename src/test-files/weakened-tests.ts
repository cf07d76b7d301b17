import { type TestFile, tryReadTestFile } from './read-tests.ts'

/** A changed file, before and after; null: there is none. */
export interface ChangedText {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** A way in which a change makes the tests of a file prove less. */
export interface WeakenedTests {
  readonly path: string
  /** "2 tests were taken out (adds, subtracts)". */
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

/** Finds tests that were deleted, skipped, emptied, or left out because others are focused. A test that moved to another file is still there. */
export function findWeakenedTests(changes: readonly ChangedText[]): WeakenedTests[] {
  const files = changes.flatMap(toChangedTests)
  const arrivals = new Arrivals(files)
  return files.flatMap(file => [...findMissing(file, arrivals), ...findMarks(file)])
}

function toChangedTests({ path, before, after }: ChangedText): ChangedTests[] {
  const [old, now] = [before, after].map(text => tryReadTestFile(path, text ?? ''))
  if (old === undefined || now === undefined) return []
  return [{ path, before: old, after: now, isNew: before === null, isGone: after === null }]
}

/** Tests that are in a file now and were not there before: each can be where one of another file went. */
class Arrivals {
  private readonly names: string[]

  constructor(files: readonly ChangedTests[]) {
    this.names = files.flatMap(({ before, after }) => without(after.tests, before.tests))
  }

  /** Of some tests those that arrived nowhere. */
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
  // What was only given another name has a new name beside it, in the same file.
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
  if (before.assertions > 0 && after.assertions === 0 && after.tests.length > 0)
    found.push('all assertions removed')
  return found.map(how => ({ path, how, isFewer: false }))
}

function toCount(count: number): string {
  return `${count} ${count === 1 ? 'test or group' : 'tests or groups'}`
}

const mostNames = 3

function toNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(name => name.slice(0, 60) || 'an unnamed one')
  return names.length > mostNames ? `${shown.join(', ')}, …` : shown.join(', ')
}

/** What is in a list more often than in another one. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return names.filter(name => {
    const index = left.indexOf(name)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}
