/** What can be known of the jobs of this workflow run without their own word. Throws a TransportError when that fails. */
export interface JobWatch {
  /** The id of the job that we are; undefined where that cannot be told. */
  readOwnJob(): Promise<string | undefined>
  /** The jobs that are over. One that has been started again since is not among them: it has another id now. */
  readEndedJobs(): Promise<ReadonlySet<string>>
}
