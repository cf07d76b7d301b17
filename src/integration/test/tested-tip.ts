import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import type { RunContext } from '../../run/run-context.ts'
import { tryBaseTests } from '../../tasks/testing/base-tests.ts'
import type { Tip } from '../chain/merge-step.ts'

/** A tree to test, twice if it changes tests that the plan protects. */
export interface TestedTip extends Tip {
  /** The same with the base's tests. */
  readonly withBaseTests?: ObjectId
}

/** @param base The commit or tree whose tests are protected; undefined: none. */
export async function prepareTestedTip(
  { plan }: Pick<RunContext, 'plan'>,
  { repository }: ControlRepository,
  { tip, base }: { readonly tip: Tip; readonly base: ObjectId | undefined },
): Promise<TestedTip> {
  if (base === undefined || !plan.testsProtected) return tip
  const tested = await tryBaseTests(repository, { base, tree: tip.tree })
  return tested === undefined ? tip : { ...tip, withBaseTests: tested.tree }
}
