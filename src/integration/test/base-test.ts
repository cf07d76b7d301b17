import { type StoredVerdict, VerdictStore } from '../../merging/verdict-store.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { RunContext } from '../../run/run-context.ts'
import { readTip } from '../chain/merge-step.ts'
import { TestSlot } from './test-slot.ts'
import { toWholeKey } from './tree-tester.ts'

/** The name of its worktree and its log. */
const baseName = '_base'
const shownNames = 3

/** The test of the base, in parallel with the agents. */
export interface BaseTest {
  readonly ended: Promise<unknown>
  /** Stops it if it still runs. */
  readonly close: () => Promise<void>
}

/**
 * Tests the base while agents work, and reports failures at once: otherwise they would only be known after all agents have cost
 * money. A pass is stored for the integration. A failure is not, because agents running at the same time may have caused it.
 */
export function startBaseTest(context: RunContext): BaseTest {
  if (context.plan.integration.test === undefined) return { ended: Promise.resolve(), close: async () => {} }
  const stop = new AbortController()
  const signal = AbortSignal.any([context.signal, stop.signal])
  const ended = testBase({ ...context, signal }).catch((error: Error) => {
    context.emit({
      kind: 'notice',
      text: `${context.target} could not be tested before the tasks: ${error.message}`,
    })
  })
  return {
    ended,
    close: async () => {
      stop.abort()
      await ended
    },
  }
}

async function testBase(context: RunContext): Promise<void> {
  const { base, control, plan, emit } = context
  const tip = await readTip(context, base)
  const verdicts = new VerdictStore(context)
  const key = toWholeKey(plan.integration, tip)
  if ((await verdicts.tryFind(key)) !== undefined) return
  const slot = new TestSlot(context, control, baseName)
  try {
    const verdict = await slot.test(tip, undefined)
    if (verdict.kind === 'passed') await verdicts.add(key, verdict)
    if (verdict.kind === 'failed') emit({ kind: 'notice', text: toNotice(context, verdict) })
  } finally {
    await slot.close()
  }
}

function toNotice({ target }: RunContext, verdict: Extract<StoredVerdict, { kind: 'failed' }>): string {
  const { failed, isBroken, reason } = verdict
  if (failed === null || isBroken) {
    return `on ${target}, before any change by a task, ${reason}. Unless a task fixes this, nothing can land: fix it on ${target}, or correct the command in the plan`
  }
  const names = listSome(
    failed.map(({ name }) => name),
    shownNames,
  )
  const count = failed.length === 1 ? '1 test already fails' : `${failed.length} tests already fail`
  return `${count} on ${target}, before any change by a task: ${names}`
}
