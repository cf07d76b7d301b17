/** A message on the page of the run, and beside a line of a file if one is named. */
export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
  /** From the top of the repository. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** GitHub shows ten of each level per step. One error is the message of a failing step. */
const most = { error: 9, warning: 10 } as const

/** As many annotations as GitHub shows; the last of a level names the number of the others. */
export function limitAnnotations(annotations: readonly Annotation[]): Annotation[] {
  return (['error', 'warning'] as const).flatMap(level => {
    const all = annotations.filter(annotation => annotation.level === level)
    if (all.length <= most[level]) return all
    const shown = all.slice(0, most[level] - 1)
    const message = `${all.length - shown.length} more: see the summary`
    return [...shown, { level, title: 'And more', message }]
  })
}
