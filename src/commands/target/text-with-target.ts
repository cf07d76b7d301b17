import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { toStoredText } from '../../plan/schema/stored-plan.ts'
import type { Target } from './find-target.ts'

/** A plan as stored with a run: always with its target. */
export function toTextWithTarget({ file, order }: CheckedPlan, { branch }: Target): string {
  return toStoredText({ ...file, target: branch }, order)
}
