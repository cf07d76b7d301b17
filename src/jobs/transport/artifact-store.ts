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
  /** The jobs that made them, by their names, as far as the service says it. Ids are those of the service. */
  readMakers(): Promise<ReadonlyMap<string, string>>
  /**
   * Downloads the files of an artifact into a folder. Untrusted: anyone may have written it.
   *
   * @throws DamagedArtifactError If it exceeds the limits of a handover, or has paths outside of the folder.
   * @throws TransportError If it could not be fetched.
   */
  download(name: string, folder: string): Promise<void>
}

/** An artifact is invalid, and a retry cannot help. */
export class DamagedArtifactError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DamagedArtifactError'
  }
}
