export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
}

/** A step that has ended. */
export interface StepRecord {
  /** The `id` of the workflow file; undefined when it has none. */
  readonly id: string | undefined
  readonly name: string
  /** How it ended before `continue-on-error`. */
  readonly outcome: Conclusion
  readonly conclusion: Conclusion
  readonly outputs: Readonly<Record<string, string>>
  /** What it printed, masked. */
  readonly log: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

/** A group that only one run or job is in at a time. Recorded, not enforced. */
export interface Concurrency {
  readonly group: string
  readonly cancelInProgress: boolean
  readonly queue: string
}

/** The result of several jobs together, as `needs` tells it for a matrix. */
export function combine(results: readonly (Conclusion | undefined)[]): Conclusion {
  const worst = (['failure', 'cancelled', 'success'] as const).find(result => results.includes(result))
  return worst ?? 'skipped'
}
