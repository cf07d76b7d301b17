import type { StoredVerdict } from '../../merging/verdict-store.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { FailedTest, TestOutput } from '../../test-output/reading/test-output.ts'

export type SlotVerdict = StoredVerdict | { readonly kind: 'stopped' }

export function toServiceVerdict(reason: string): StoredVerdict {
  return { kind: 'failed', failed: null, isBroken: false, stage: 'test', reason }
}

export function toRewrittenVerdict(paths: readonly string[]): StoredVerdict {
  const reason = `protected tests changed while the integration test ran: ${listSome(paths)}`
  return { kind: 'failed', failed: null, isBroken: false, stage: 'test', reason }
}

/** The verdict on a tree with the base's tests: chosen tests that it lacks cannot fail there. */
export function toProtectedVerdict(verdict: SlotVerdict): SlotVerdict {
  if (verdict.kind !== 'failed') return verdict
  if (verdict.reason === notFound) return { kind: 'passed' }
  return { ...verdict, reason: `with the protected tests as they are on the target, ${verdict.reason}` }
}

export const noTestRan: StoredVerdict = {
  kind: 'failed',
  failed: null,
  isBroken: false,
  stage: 'test',
  reason: 'the integration test passed without running a test',
}

const notFound = 'the chosen tests were not found'

/** The exit code of a pipe is that of its last command: `npm test | tee log` passes, whatever the tests say. */
export function toPassedVerdict({ failed, broken, ran }: Omit<TestOutput, 'isComplete'>): StoredVerdict {
  const names = [...failed.map(({ name }) => name), ...broken]
  if (names.length === 0) return { kind: 'passed', ran }
  const doubt = `the integration test ended with exit code 0, but its output names failures: ${listSome(names)}. A pipe such as \`| tee log\` hides exit codes`
  return { kind: 'passed', ran, doubt }
}

/** The output does not show that the chosen tests ran: everything must run instead. */
export const nothingRan: StoredVerdict = {
  kind: 'failed',
  failed: null,
  isBroken: false,
  stage: 'test',
  reason: notFound,
}

/** A failure that names no test, or that may hide others, is only known by its exit code. */
export function toFailedVerdict(
  output: TestOutput | undefined,
  stage: 'setup' | 'test',
  reason: string,
): StoredVerdict {
  if (output === undefined || (output.failed.length === 0 && output.broken.length === 0))
    return { kind: 'failed', failed: null, isBroken: false, stage, reason }
  const broken = output.broken.length === 0 ? '' : `${output.broken.slice(0, 3).join(', ')} cannot run`
  return {
    kind: 'failed',
    failed: [...output.failed],
    isBroken: !output.isComplete,
    stage,
    reason: broken === '' ? toTestsReason(output.failed) : `${broken}: ${reason}`,
  }
}

/** The first failed test, and how many there are. */
export function toTestsReason(failed: readonly Pick<FailedTest, 'name' | 'message'>[]): string {
  const [first] = failed
  const named = first && `${first.name}${first.message === null ? '' : `: ${first.message}`}`
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : ''
  return `the integration test fails: ${named}${more}`
}

export function joinVerdicts(verdicts: readonly SlotVerdict[]): SlotVerdict {
  const stopped = verdicts.find(({ kind }) => kind === 'stopped')
  if (stopped !== undefined) return stopped
  const failures = verdicts.filter(verdict => verdict.kind === 'failed')
  const [first] = failures
  if (first === undefined) return { kind: 'passed' }
  const isNameless = failures.some(({ failed }) => failed === null)
  return {
    kind: 'failed',
    failed: isNameless ? null : failures.flatMap(({ failed }) => failed ?? []),
    isBroken: failures.some(({ isBroken }) => isBroken),
    stage: first.stage,
    reason: first.reason,
  }
}
