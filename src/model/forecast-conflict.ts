import type { TaskId } from './plan.ts'

/** Why two branches would not merge, in git's terms where it has one. */
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

/** A file in which two tasks' branches would conflict, found before merging. */
export interface ForecastConflict {
  readonly tasks: readonly [TaskId, TaskId]
  /** The file's path in the base, or where both sides would add it. */
  readonly path: string
  /** The first and last affected line of the base, from 1; null if the conflict is not about lines. */
  readonly lines: readonly [first: number, last: number] | null
  readonly why: ConflictCause
  /** The expected resolver: `rule:<resolver>`, `tests` or `agent`; null: none. Undefined if unknown. */
  readonly expected?: string | null | undefined
}

/** Identifies a conflict although its lines move. */
export function toConflictKey({ tasks, path }: Pick<ForecastConflict, 'tasks' | 'path'>): string {
  return `${tasks.join(' ')} ${path}`
}

/** `src/db.ts:40–52`, `src/db.ts:40`, or the path alone. */
export function toConflictPlace({ path, lines }: Pick<ForecastConflict, 'path' | 'lines'>): string {
  if (lines === null) return path
  const [first, last] = lines
  return `${path}:${first}${last === first ? '' : `–${last}`}`
}
