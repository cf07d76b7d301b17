import type { Report } from '../../model/report.ts'
import type { PlacedPullRequests } from './place-pull-requests.ts'

/** What came of publishing a run. */
export interface Publication {
  readonly report: Report
  readonly pullRequests: PlacedPullRequests
  /** Refs that are at the remote, read back. */
  readonly there: ReadonlySet<string>
  /** What was refused or failed, a sentence each. */
  readonly problems: readonly string[]
}
