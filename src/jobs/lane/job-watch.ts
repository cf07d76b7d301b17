import type { JobSpan } from '../transport/job-spans.ts'

/** A job of this workflow run, as GitHub shows it. */
export interface WatchedJob {
  /** A restarted job has a new id. */
  readonly id: string
  /** As on the page of the run: `agents / contract → api`. */
  readonly name: string
  /** `queued`: without a runner yet. */
  readonly status: 'queued' | 'running' | 'completed'
  /** Milliseconds; undefined before it starts. */
  readonly startedAt: number | undefined
}

/** GitHub's information about the jobs of this workflow run. */
export interface JobWatch {
  /** The latest start of each job. Throws a TransportError on failure. */
  readJobs(): Promise<readonly WatchedJob[]>
  /** When each job worked, in every attempt. Throws a TransportError on failure. */
  readSpans(): Promise<readonly JobSpan[]>
  /** This job; undefined if unknown. */
  readOwnJob(): Promise<WatchedJob | undefined>
}
