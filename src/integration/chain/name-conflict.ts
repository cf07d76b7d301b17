import { toOthersText } from '../../report/text/conflict-words.ts'
import { toOwnName } from './colliding.ts'
import type { MergeStep } from './merge-step.ts'

/** "conflicts with scheduler in src/db.ts": the branches of the chain that changed the conflicted files. */
export function nameConflict({ left, with: others }: Extract<MergeStep, { kind: 'conflicted' }>): string {
  const head = `conflicts ${toOthersText(others)}`
  const [first] = left
  const isOfFiles = left.some(({ conflict }) => conflict.ours !== undefined || conflict.theirs !== undefined)
  return isOfFiles || first === undefined
    ? `${head} in ${left.map(({ conflict }) => toOwnName(conflict.path)).join(', ')}`
    : `${head}: ${first.reasons.at(-1)}`
}
