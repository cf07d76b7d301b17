/** Differences exceed the limit. */
export class TooMuchError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TooMuchError'
  }
}

/** The longest path on Linux. */
const longestPath = 4096

/** Counts entries of folders before they are read: a few small trees that refer to each other can expand to billions of files. */
export class EntryBudget {
  private readonly most: number
  private left: number
  /** One for all comparisons in progress: making thousands of errors would take longer than comparing. */
  private error: TooMuchError | undefined

  constructor(most: number) {
    this.most = most
    this.left = most
  }

  take(folder: string, entries: number): void {
    this.left -= entries
    if (this.left < 0) this.error ??= new TooMuchError(`more than ${this.most} entries of folders differ`)
    if (folder.length > longestPath)
      this.error ??= new TooMuchError(`a path is longer than ${longestPath} bytes`)
    if (this.error !== undefined) throw this.error
  }
}
