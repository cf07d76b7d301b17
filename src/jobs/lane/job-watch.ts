/** A job of this workflow run, as GitHub shows it. */
export interface WatchedJob {
  /** A job that is started again has another id. */
  readonly id: string
  /** As the page of the run shows it: `agents / contract → api`. */
  readonly name: string
  /** `queued`: it has no runner yet. */
  readonly status: 'queued' | 'running' | 'completed'
  /** Milliseconds; undefined before it starts. */
  readonly startedAt: number | undefined
}

/** What can be known of the jobs of this workflow run without their own word. */
export interface JobWatch {
  /** Each job as it was started last. Throws a TransportError when that fails. */
  readJobs(): Promise<readonly WatchedJob[]>
  /** Our own job; undefined if unknown. */
  readOwnJob(): Promise<WatchedJob | undefined>
}
