import { finishRun } from '../commands/finish-run.ts'
import type { Report } from '../model/report.ts'
import { closeSandbox } from '../sandbox/sandbox.ts'
import { tryUsageOf } from '../tasks/work/task-work.ts'
import { type CollectedRun, openMergeContext } from './collect/collected-run.ts'
import { readJobResults } from './collect/job-results.ts'
import type { Continuation } from './continuation/continuation.ts'
import type { Intake } from './handover/read-handovers.ts'
import { decideContinuation, type PartLimits } from './publish/continue-run.ts'
import type { Exchange, GivenMerge } from './publish/exchange.ts'

/** Not merged yet: the run continues in another workflow run. */
export interface ContinuedMerge {
  readonly kind: 'continued'
  readonly continuation: Extract<Continuation, { kind: 'continue' }>
}

export interface MergeJobEnd extends GivenMerge {
  readonly kind: 'merged'
  readonly intake: Intake
  readonly report: Report
}

/** Imports the work of all jobs, merges and tests it, and hands the result over to the job that publishes. Lands nothing. */
export async function mergeJob(
  collected: CollectedRun,
  exchange: Exchange,
  limits: PartLimits,
): Promise<MergeJobEnd | ContinuedMerge> {
  const startedAt = performance.now()
  await exchange.claimMerge(collected)
  const intake = await exchange.takeTasks(collected)
  if (exchange.canContinue) {
    const continuation = await decideContinuation(collected, intake, limits)
    if (continuation.kind === 'continue') return { kind: 'continued', continuation }
    if (continuation.kind === 'given-up' && limits.mostParts > 1)
      collected.emit({ kind: 'notice', text: continuation.reason })
  }
  const context = await openMergeContext(collected)
  try {
    const results = await readJobResults(context, intake, [])
    for (const result of results.values()) context.budget.add(tryUsageOf(result), result.agentSeconds)
    const end = { results, mayRedo: false, mayPark: false, resumed: true, startedAt }
    const { report, deletion } = await finishRun(context, end)
    await deletion.untilDone()
    const given = await exchange.giveMerge(collected, { context, report, results })
    return { kind: 'merged', intake, report, ...given }
  } finally {
    await closeSandbox(context.sandbox)
  }
}
