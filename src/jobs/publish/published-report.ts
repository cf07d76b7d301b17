import type { Task } from '../../model/plan.ts'
import type { IntegrationReport, Report } from '../../model/report.ts'
import { buildReport } from '../../report/build-report.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { TestedResult } from '../tested-merge/tested-result.ts'
import type { CollectedResults } from './exchange.ts'

export interface PublishedReportFacts {
  readonly context: RunContext
  readonly results: CollectedResults
  readonly tested: TestedResult
  /** The integration branch, once others can see it. */
  readonly branch: string | null
  readonly land: IntegrationReport['land']
  /** Whether the workflow run was cancelled before it had a result. */
  readonly cancelled: boolean
  /** Whether some of the tasks ran in an earlier attempt of the workflow run. */
  readonly resumed: boolean
}

/** The report of a run whose tasks ran in other jobs. */
export function toReport({
  context,
  results,
  tested,
  branch,
  land,
  cancelled,
  resumed,
}: PublishedReportFacts): Report {
  const { plan, run, target, base, maxParallel } = context
  return buildReport({
    run,
    plan,
    target,
    base,
    maxParallel,
    sandbox: undefined,
    deniedHosts: [],
    results,
    landings: tested.landings,
    integration: { ...tested.integration, branch, land },
    cancelled,
    spent: tested.spent,
    resources: undefined,
    retryAt: null,
    wallSeconds: toWallSeconds(plan.tasks, results) + tested.seconds,
    integrationSeconds: tested.seconds,
    resumed,
  })
}

/** From the first start of a task to the last end. */
function toWallSeconds(tasks: readonly Task[], results: PublishedReportFacts['results']): number {
  const done = tasks.map(({ id }) => results.get(id)).filter(result => result?.startedAt != null)
  if (done.length === 0) return 0
  const starts = done.map(result => Date.parse(result?.startedAt ?? ''))
  const ends = done.map(result => Date.parse(result?.finishedAt ?? result?.startedAt ?? ''))
  return Math.max(0, (Math.max(...ends) - Math.min(...starts)) / 1000)
}
