import type { ConflictReport } from '../../model/report.ts'
import type { MergeStep } from './merge-chain.ts'
import { toOwnName } from './name-conflict.ts'

/** What a report says about the files of one merge on which git stopped: how each was resolved, or why it was not. */
export function toConflictReports(step: MergeStep): ConflictReport[] {
  const { task } = step
  if (step.kind === 'held') return []
  if (step.kind === 'merged')
    return step.resolved.map(({ conflict, by, proof, choices }) => ({
      task,
      path: conflict.path,
      resolution: by,
      detail: proof,
      choices: [...choices],
    }))
  return step.left.map(({ conflict, reasons }) => ({
    task,
    path: toOwnName(conflict.path),
    resolution: 'unresolved',
    detail: reasons.at(-1) ?? '',
    choices: [],
  }))
}
