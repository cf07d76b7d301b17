/** Paths in the JSON objects that a command prints, one a line; `usage.total` is the field `total` in the field `usage`. */
export interface CommandOutput {
  readonly activity?: string
  readonly error?: string
  readonly usage?: {
    readonly input?: string
    readonly cachedRead?: string
    readonly cachedWrite?: string
    readonly output?: string
    readonly total?: string
    readonly costUsd?: string
    /** Whether each object holds totals instead of increments. */
    readonly isCumulative: boolean
  }
}
