import type { TaskId } from '../../model/plan.ts'

/** The files of one handover. */
export interface HandoverFiles {
  readonly manifest: string
  readonly branch: string
  readonly kept: string
}

/** Their names, which only depend on the task. No id of a task contains a dot, so no two tasks share one. */
export function toHandoverFiles(task: TaskId): HandoverFiles {
  return { manifest: `${task}.json`, branch: `${task}.bundle`, kept: `${task}.kept.bundle` }
}
