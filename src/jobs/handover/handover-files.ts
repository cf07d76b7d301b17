import type { TaskId } from '../../model/plan.ts'

/** The files of one handover. */
export interface HandoverFiles {
  readonly manifest: string
  readonly branch: string
  readonly kept: string
  /** Of the manifest, by the process that did the task. */
  readonly signature: string
}

/** Their names depend only on the task. Ids contain no dots, so names are unique. */
export function toHandoverFiles(task: TaskId): HandoverFiles {
  return {
    manifest: `${task}.json`,
    branch: `${task}.bundle`,
    kept: `${task}.kept.bundle`,
    signature: `${task}.signature`,
  }
}
