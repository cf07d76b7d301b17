import type { TaskId } from './plan.ts'

/** Why two branches would not merge, in the words of git where it has one. */
export const conflictCauses = [
  'same lines',
  'add/add',
  'modify/delete',
  'rename/delete',
  'rename/rename',
  'not mergeable by lines',
  'file/directory',
  'directory rename',
] as const

export type ConflictCause = (typeof conflictCauses)[number]

/** A file in which the branches of two tasks would conflict, known before merging. */
export interface ForecastConflict {
  readonly tasks: readonly [TaskId, TaskId]
  /** Where the file is in the base, or where both would put it. */
  readonly path: string
  /** The first and the last line of the base that is concerned, from 1; null where it is not about lines. */
  readonly lines: readonly [first: number, last: number] | null
  readonly why: ConflictCause
  /** What is expected to resolve it: `rule:<resolver>`, `tests` or `agent`; null: nothing. Undefined where that was not worked out. */
  readonly expected?: string | null | undefined
}

/** What tells one conflict from another while its lines still move. */
export function toConflictKey({ tasks, path }: Pick<ForecastConflict, 'tasks' | 'path'>): string {
  return `${tasks.join(' ')} ${path}`
}

/** `src/db.ts:40–52`, `src/db.ts:40`, or the path alone. */
export function toPlace({ path, lines }: Pick<ForecastConflict, 'path' | 'lines'>): string {
  if (lines === null) return path
  const [first, last] = lines
  return `${path}:${first}${last === first ? '' : `–${last}`}`
}
