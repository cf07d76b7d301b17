import type { Task, TaskId } from '../model/plan.ts'
import type { Report } from '../model/report.ts'
import type { TaskResult } from '../model/task-result.ts'
import { toRemainingPaths } from '../plan/graph/weights.ts'

/** Measured times. */
export interface Measured {
  readonly wallSeconds: number
  /** The part for merging, testing and landing. */
  readonly integrationSeconds: number
  /** Whether an earlier process ran some of the tasks. */
  readonly resumed: boolean
}

/**
 * The run's time compared with the best possible one: no schedule of the same tasks on the same slots is shorter than the longest
 * chain of tasks, or than all work spread evenly (Graham 1966). Measured seconds only.
 */
export function toTiming(
  tasks: readonly Task[],
  results: ReadonlyMap<TaskId, TaskResult>,
  slots: number,
  { wallSeconds, integrationSeconds, resumed }: Measured,
): Report['timing'] {
  const seconds = new Map(tasks.map(task => [task.id, results.get(task.id)?.seconds ?? 0]))
  const taskSeconds = [...seconds.values()].reduce((sum, value) => sum + value, 0)
  const criticalPathSeconds = Math.max(0, ...toRemainingPaths(tasks, seconds).values())
  return {
    wallSeconds: round(wallSeconds),
    taskSeconds: round(taskSeconds),
    integrationSeconds: round(integrationSeconds),
    criticalPathSeconds: round(criticalPathSeconds),
    lowerBoundSeconds: round(Math.max(criticalPathSeconds, taskSeconds / slots)),
    // The wall-clock time of a resumed run does not cover earlier tasks.
    speedup:
      !resumed && wallSeconds > 0 && taskSeconds > 0
        ? Math.round(((taskSeconds + integrationSeconds) / wallSeconds) * 100) / 100
        : null,
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
