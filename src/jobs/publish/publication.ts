import type { Report } from '../../model/report.ts'
import type { PlacedPullRequests } from './place-pull-requests.ts'

/** The result of publishing a run. */
export interface Publication {
  readonly report: Report
  readonly pullRequests: PlacedPullRequests
  /** Refs at the remote, read back. */
  readonly there: ReadonlySet<string>
  /** Refusals and failures, a sentence each. */
  readonly problems: readonly string[]
}
