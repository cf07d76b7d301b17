import type { TrialCounts } from '../../merging/merge-conflict.ts'
import type { ConflictReport } from '../../model/report.ts'
import { toOwnName } from './colliding.ts'
import type { MergeStep } from './merge-step.ts'

/** The report on the conflicted files of one merge: how each was resolved, or why it was not. */
export function toConflictReports(step: MergeStep): ConflictReport[] {
  if (step.kind === 'held') return []
  const { task } = step
  const common = { task, with: [...step.with] }
  if (step.kind === 'merged')
    return step.resolved.map(({ conflict, by, proof, choices, trials }) => ({
      ...common,
      path: conflict.path,
      resolution: by,
      detail: proof,
      choices: [...choices],
      ...toTrialsReport(trials),
    }))
  return step.left.map(({ conflict, reasons, trials }) => ({
    ...common,
    path: toOwnName(conflict.path),
    resolution: 'unresolved',
    detail: reasons.at(-1) ?? '',
    choices: [],
    ...toTrialsReport(trials),
  }))
}

function toTrialsReport(trials: TrialCounts | undefined): Pick<ConflictReport, 'candidates' | 'testRuns'> {
  return { candidates: (trials?.candidates ?? []).map(trial => ({ ...trial })), testRuns: trials?.runs ?? 0 }
}
