import type { FileChange } from '../../model/file-change.ts'
import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import type { TaskId } from '../../model/plan.ts'

/** What the branch of a task, or its unfinished work, changed against a base. */
export interface Side {
  readonly task: TaskId
  readonly changes: readonly FileChange[]
  /** Folders of the base that the side moved as a whole. */
  readonly movedFolders: ReadonlySet<string>
}

/**
 * How git merges a path that both sides changed: by lines, by keeping the lines of both (attribute `merge=union`), or not at
 * all (`-merge`, `binary`).
 */
export type MergeWay = 'lines' | 'union' | 'none'

/** A change, and which of the sides it belongs to. */
export interface SideChange {
  readonly side: number
  readonly change: FileChange
}

/** A conflict of two sides, by their numbers, the smaller one first. */
export interface Found extends Omit<ForecastConflict, 'tasks'> {
  readonly sides: readonly [number, number]
}

export interface ForecastInput {
  /** All against the same base. Their order is that of the pairs. */
  readonly sides: readonly Side[]
  readonly toMergeWay: (path: string) => MergeWay
  /** Whether two sides, by their numbers, are to be compared. */
  readonly isCompared: (a: number, b: number) => boolean
}
