/** What the jobs of a workflow run leave for each other: named bundles of files that can be written once. */
export interface ArtifactStore {
  /**
   * Stores files under a name, with their paths relative to a folder. `exists`: the name is taken.
   *
   * @throws TransportError When that failed. The name may be used up.
   * @throws TransportRefusedError When it will fail every time: storage is full, or artifacts are not allowed.
   */
  upload(name: string, files: readonly string[], root: string): Promise<'stored' | 'exists'>
  /** Deletes an artifact of this workflow run. */
  remove(name: string): Promise<void>
  /** The names of all that is complete. */
  list(): Promise<readonly string[]>
  /**
   * Puts the files of an artifact into a folder. Anybody may have filled it.
   *
   * @throws DamagedArtifactError When it holds more than a handover may hold, or paths that lead elsewhere.
   * @throws TransportError When it could not be fetched.
   */
  download(name: string, folder: string): Promise<void>
}

/** An artifact is not what it should be. It will not be another time. */
export class DamagedArtifactError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DamagedArtifactError'
  }
}
