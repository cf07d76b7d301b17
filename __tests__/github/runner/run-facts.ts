import type { ArtifactStore } from '../services/artifact-store.ts'
import type { Repository } from '../services/repository.ts'
import type { TokenRegistry } from '../services/token-registry.ts'
import type { StopTimings } from './step-process.ts'

/** What started a run. */
export interface Event {
  readonly name: string
  /** The payload, `github.event`. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly actor: string
}

/** What is the same for all jobs of one attempt. */
export interface RunFacts {
  readonly id: number
  readonly number: number
  readonly attempt: number
  readonly repository: Repository
  readonly event: Event
  /** Full ref, `refs/heads/main`. */
  readonly ref: string
  readonly sha: string
  readonly workflowName: string
  readonly workflowPath: string
}

/** GitHub's times, in milliseconds, so that tests can shorten them. */
export interface Timings extends StopTimings {
  /** A minute of `timeout-minutes`. */
  readonly minute: number
  /** After a cancel, until a job is ended that continues: 5 min on GitHub. */
  readonly force: number
}

/** What jobs use of the GitHub that they run on. */
export interface Services {
  /** Holds the folders of the jobs. */
  readonly root: string
  readonly serverUrl: string
  readonly apiUrl: string
  readonly resultsUrl: string
  readonly node24: string
  /** Of the environment of every runner. */
  readonly runnerVariables: Readonly<Record<string, string>>
  readonly tokens: TokenRegistry
  readonly artifacts: ArtifactStore
  readonly timings: Timings
  tryFindRepository(name: string): Repository | undefined
  nextJobNumber(): number
  /** Waits for a free runner. Answers with what frees it again. */
  takeRunner(): Promise<() => void>
}
