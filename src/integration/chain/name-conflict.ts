import { toOwnName } from './colliding.ts'
import type { MergeStep } from './merge-step.ts'

/** "conflicts with scheduler in src/db.ts": the branches of the chain that changed the conflicted files. */
export function nameConflict({ left, with: others }: Extract<MergeStep, { kind: 'conflicted' }>): string {
  const names = others.length === 0 ? 'the target' : others.join(', ')
  const [first] = left
  const isOfFiles = left.some(({ conflict }) => conflict.ours !== undefined || conflict.theirs !== undefined)
  return isOfFiles || first === undefined
    ? `conflicts with ${names} in ${left.map(({ conflict }) => toOwnName(conflict.path)).join(', ')}`
    : `conflicts with ${names}: ${first.reasons.at(-1)}`
}
