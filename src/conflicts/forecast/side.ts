import type { FileChange } from '../../model/file-change.ts'
import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import type { TaskId } from '../../model/plan.ts'

/** The changes of a task's branch, or of its unfinished work, against a base. */
export interface Side {
  readonly task: TaskId
  readonly changes: readonly FileChange[]
  /** Folders of the base that the side moved as a whole. */
  readonly movedFolders: ReadonlySet<string>
}

/**
 * How git merges a path that both sides changed: by lines, by keeping both sides' lines (attribute `merge=union`), or not at all
 * (`-merge`, `binary`).
 */
export type MergeWay = 'lines' | 'union' | 'none'

/** A change, with its side. */
export interface SideChange {
  readonly side: number
  readonly change: FileChange
}

/** A conflict of two sides, by number, the smaller one first. */
export interface Found extends Omit<ForecastConflict, 'tasks'> {
  readonly sides: readonly [number, number]
}

export interface ForecastInput {
  /** All against the same base, in the order of the pairs. */
  readonly sides: readonly Side[]
  readonly toMergeWay: (path: string) => MergeWay
  /** Whether two sides, by number, are compared. */
  readonly isCompared: (a: number, b: number) => boolean
}
