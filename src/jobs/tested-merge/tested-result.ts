import type { ObjectId } from '../../git/objects/objects.ts'
import { toConflictReports } from '../../integration/chain/conflict-reports.ts'
import type { TaskLanding } from '../../integration/integrated.ts'
import type { StoredResolution } from '../../merging/resolution-cache.ts'
import type { TaskId } from '../../model/plan.ts'
import { type IntegrationFacts, type Report, toNoFindings } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { type Usage, unknownUsage } from '../../model/usage.ts'
import { whyNoMerge } from './merge-end.ts'
import type { VerifiedMerge } from './verify-merge.ts'

/** The publishable result of merging and testing. */
export interface TestedResult {
  readonly landings: ReadonlyMap<TaskId, TaskLanding>
  readonly integration: Omit<IntegrationFacts, 'branch' | 'land'>
  /** Merging and testing together. */
  readonly seconds: number
  /** Usage of agents besides the tasks. */
  readonly spent?: Usage | undefined
  /** Why there is none. */
  readonly problem: string | undefined
}

/** The merge rebuilt here; from the merge job only its statement about tests. */
export function toVerifiedResult(
  verified: VerifiedMerge,
  results: ReadonlyMap<TaskId, TaskResult>,
): TestedResult {
  if (verified.kind === 'refused') return toNoResult(verified.reason, results)
  const { merge, remade } = verified
  const { tests, landed, left } = merge
  const hasLanded = landed.length > 0
  return {
    landings: new Map<TaskId, TaskLanding>([
      ...landed.map(({ task }) => [task, { landing: 'landed', reason: null }] as const),
      ...left.map(({ task, landing, reason }) => [task, { landing, reason }] as const),
    ]),
    integration: {
      commit: hasLanded ? merge.commit : null,
      tree: hasLanded ? merge.tree : null,
      tests: tests.verdict,
      testRuns: tests.runs,
      testsRemembered: false,
      failsOnBase: tests.failsOnBase,
      failing: tests.failing,
      flaky: tests.flaky,
      warnings: tests.warnings,
      conflicts: (remade?.steps ?? []).flatMap(toConflictReports),
      reviews: merge.reviews,
      comparisons: merge.comparisons,
      forecast: [],
      problem: merge.problem,
    },
    seconds: tests.seconds,
    spent: merge.spent ?? undefined,
    problem: undefined,
  }
}

/** The result in the report of a run, if its commit exists. */
export function toReportedResult(
  report: Report | undefined,
  commit: ObjectId | undefined,
  results: ReadonlyMap<TaskId, TaskResult>,
): TestedResult {
  if (report === undefined) return toNoResult(whyNoMerge(undefined), results)
  const told = report.integration.commit ?? undefined
  if (told !== commit)
    return toNoResult(`the integration branch is at ${commit}, and the report says ${told}`, results)
  const entries = Object.entries(report.tasks).filter(([, { landing }]) => landing !== 'none')
  return {
    landings: new Map(entries.map(([task, { landing, reason }]) => [task, { landing, reason }])),
    integration: report.integration,
    seconds: report.timing.integrationSeconds,
    spent: toSpent(report.cost),
    problem: undefined,
  }
}

/** A report has only the sum in dollars. */
function toSpent(cost: Report['cost']): Usage | undefined {
  if (cost === null || cost.conflictsUsd === null) return undefined
  return { ...unknownUsage, costUsd: cost.conflictsUsd, costKnown: cost.known === 'all' ? 'all' : 'part' }
}

function toNoResult(problem: string, results: ReadonlyMap<TaskId, TaskResult>): TestedResult {
  const succeeded = [...results.values()].filter(({ outcome }) => outcome === 'succeeded')
  return {
    landings: new Map(succeeded.map(({ task }) => [task, { landing: 'held', reason: problem }])),
    integration: {
      ...toNoFindings(),
      forecast: [],
      commit: null,
      tree: null,
      tests: 'none',
      testRuns: 0,
      problem,
    },
    seconds: 0,
    problem,
  }
}

/** The resolutions that no rule made, for the next merge. */
export function toStoredResolutions(verified: VerifiedMerge): StoredResolution[] {
  if (verified.kind === 'refused') return []
  const steps = verified.remade?.steps ?? []
  const resolved = steps.flatMap(step => (step.kind === 'merged' ? step.resolved : []))
  const proofs = new Map(resolved.map(({ result, proof }) => [result?.id, proof]))
  return verified.merge.resolutions.map(resolution => ({
    ...resolution,
    proof: proofs.get(resolution.result.id) ?? '',
  }))
}
