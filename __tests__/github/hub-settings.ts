import type { Timings } from './runner/run-facts.ts'
import type { RepositorySettings } from './services/repository.ts'

export interface GitHubSettings {
  /** Jobs at once. GitHub's Free plan has 20. */
  readonly runners?: number
  readonly timings?: Partial<Timings>
  /** As in the file `.env` of a runner of one's own. */
  readonly runnerVariables?: Readonly<Record<string, string>>
}

/** GitHub's times, but the stop of a step ten times as fast. */
export const defaultTimings: Timings = { minute: 60_000, interrupt: 750, terminate: 250, force: 20_000 }

export const defaultRepositorySettings: RepositorySettings = {
  visibility: 'private',
  defaultPermissions: 'read',
  secrets: {},
  variables: {},
  actionsMayOpenPullRequests: true,
}
