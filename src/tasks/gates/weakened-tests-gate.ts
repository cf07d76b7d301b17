import type { Repository } from '../../git/repository/open-repository.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Task } from '../../model/plan.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import { tryTestLanguage } from '../../test-files/languages.ts'
import {
  findWeakenedTests,
  type TestFileChange,
  type WeakenedTests,
} from '../../test-files/weakened-tests.ts'
import type { GatedChange, Refusal } from './gate.ts'

/** Larger test files are generated. */
const longestBytes = 1_000_000

/** Finds the tests that a change removes, skips, empties or hides behind focused ones. */
export async function findWeakened(
  repository: Pick<Repository, 'objects'>,
  changes: readonly GatedChange[],
): Promise<WeakenedTests[]> {
  const read = (mode: string, id: string) => tryReadText(repository, mode, id)
  const ofTests = changes.filter(({ path }) => tryTestLanguage(path) !== undefined)
  const texts = ofTests.map(
    async ({ path, oldMode, oldId, newMode, newId }): Promise<TestFileChange> => ({
      path,
      before: await read(oldMode, oldId),
      after: await read(newMode, newId),
    }),
  )
  return findWeakenedTests(await Promise.all(texts))
}

/** Refuses weakened tests that the task does not own: those outside of an explicit scope, or any if the plan protects them. */
export function checkWeakened(
  weakened: readonly WeakenedTests[],
  { task, testsProtected }: { readonly task: Task; readonly testsProtected: boolean },
): Refusal | undefined {
  const foreign = weakened.filter(({ path }) => testsProtected || !ownsTests(task, path))
  if (foreign.length === 0) return undefined
  const undo = [...new Set(foreign.map(({ path }) => path))]
  const what = foreign.map(toWeakenedText)
  return {
    outcome: 'failed',
    reason: `tests would be weakened: ${listSome(what)}`,
    feedback:
      `Your change weakens tests: ${what.join('; ')}. These files have been restored. ` +
      'Existing tests must stay, run and pass: change the code, not the tests. Where a test is wrong, say so in your report and leave it as it is.',
    undo,
  }
}

/** "test/a.test.js: 2 tests removed (adds, subtracts)". */
export function toWeakenedText({ path, how }: WeakenedTests): string {
  return `${path}: ${how}`
}

/** A task owns the tests in its scope. One without a scope may change any file, and owns none. */
function ownsTests({ files }: Task, path: string): boolean {
  return files !== undefined && toMatcher(files)(path)
}

async function tryReadText(
  { objects }: Pick<Repository, 'objects'>,
  mode: string,
  id: string,
): Promise<string | null> {
  if (mode === deletedMode || !mode.startsWith('100')) return null
  const info = await objects.readInfo(id)
  if (info?.type !== 'blob' || info.size > longestBytes) return ''
  return (await objects.read(id))?.content.toString('utf8') ?? ''
}
