import type { TaskId } from '../../model/plan.ts'
import type { ConflictReport } from '../../model/report.ts'

/** A conflict of one file: `api with jobs in src/db.ts`, of the merged task with those before it. */
export function toConflictSentence({
  task,
  with: others,
  path,
}: Readonly<{ task: TaskId; with: readonly TaskId[]; path: string }>): string {
  return `${task} ${toOthersText(others)} in ${path}`
}

/** `with jobs, queue`: the tasks whose branches changed the same files. */
export function toOthersText(others: readonly TaskId[]): string {
  return `with ${others.length === 0 ? 'the target' : others.join(', ')}`
}

/** `resolved by rule keys`, `resolved by hand` or `not resolved`. */
export function toDecision({ resolution }: Pick<ConflictReport, 'resolution'>): string {
  if (resolution === 'unresolved') return 'not resolved'
  return `resolved by ${toResolverText(resolution)}`
}

/** What stands after "resolved by": `rule keys`, `tests`, `hand`. */
export function toResolverText(resolution: string): string {
  return resolution === 'person' ? 'hand' : resolution.replace(':', ' ')
}

/** What a resolution dropped of a side: `decided against a side: …`, or nothing. */
export function toOverrideTexts({ choices }: { readonly choices: readonly string[] }): string[] {
  return choices.length === 0 ? [] : [`decided against a side: ${choices.join('; ')}`]
}
