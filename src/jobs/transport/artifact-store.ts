/** What the jobs of a workflow run leave for each other: named sets of files, written once. */
export interface ArtifactStore {
  /**
   * Stores files under a name, with their paths relative to a folder. `exists`: the name is taken.
   *
   * @throws TransportError If that failed. The name may be used up.
   * @throws TransportRefusedError If it will fail every time: storage is full, or artifacts are not allowed.
   */
  upload(name: string, files: readonly string[], root: string): Promise<'stored' | 'exists'>
  /** Deletes an artifact of this workflow run. */
  remove(name: string): Promise<void>
  /** The names of all complete artifacts. */
  list(): Promise<readonly string[]>
  /** How they were made, by their names, as far as the service says it. */
  readMakers(): Promise<ReadonlyMap<string, Making>>
  /**
   * Downloads the files of an artifact into a folder. Untrusted: anyone may have written it.
   *
   * @param mostBytes Of the archive, and of everything in it.
   * @throws DamagedArtifactError If it exceeds the limits, or has paths outside of the folder.
   * @throws TransportError If it could not be fetched.
   */
  download(name: string, folder: string, mostBytes: number): Promise<void>
}

/** How an artifact was made, according to the service. */
export interface Making {
  /** The id of the job in the service. */
  readonly job: string
  /** In milliseconds; undefined where the service does not say. */
  readonly at: number | undefined
}

/** An artifact is invalid, and a retry cannot help. */
export class DamagedArtifactError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DamagedArtifactError'
  }
}
