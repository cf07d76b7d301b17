import type { Landable } from '../culprits/find-landable.ts'
import type { TaskId } from '../model/plan.ts'
import type { Merged } from './chain/merge-step.ts'
import type { TreeTester } from './test/tree-tester.ts'

/** What can land, or why a result that passed cannot be trusted. */
export type Confirmed =
  | Landable<Merged>
  | {
      readonly kind: 'unconfirmed'
      readonly reason: string
      readonly evicted: ReadonlyMap<TaskId, string>
    }

/**
 * Tests a result without the evicted branches again, in a new checkout: code of theirs ran in the old one, and may have changed ignored
 * files there, such as installed programs of the tests.
 */
export async function confirmLandable(tester: TreeTester, landable: Landable<Merged>): Promise<Confirmed> {
  if (landable.kind !== 'tested' || landable.evicted.size === 0) return landable
  const tip = landable.chain.at(-1)
  if (tip === undefined) return landable
  const verdict = await tester.testInNewCheckout(tip, `${landable.chain.length} merged, in a new checkout`)
  if (verdict.kind !== 'failed') return verdict.kind === 'passed' ? landable : verdict
  const known = new Set([...landable.failing, ...landable.flaky])
  if (verdict.failed?.every(test => known.has(test)) === true) return landable
  const reason = `without ${[...landable.evicted.keys()].join(', ')}, the result passes its tests only in a checkout where code of evicted branches ran before: ${verdict.reason}`
  return { kind: 'unconfirmed', reason, evicted: landable.evicted }
}
