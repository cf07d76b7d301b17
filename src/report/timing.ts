import type { Task, TaskId } from '../plan/plan.ts'
import { toRemainingPaths } from '../plan/weights.ts'
import type { Report } from './report.ts'
import type { TaskResult } from './task-result.ts'

/**
 * What a run took against what it could have taken at best: no schedule of the same tasks on as many slots is shorter than the
 * longest chain of tasks, nor than all work spread evenly (Graham 1966). Measured seconds only.
 */
export function toTiming(
  tasks: readonly Task[],
  results: ReadonlyMap<TaskId, TaskResult>,
  slots: number,
  { wallSeconds, resumed }: { wallSeconds: number; resumed: boolean },
): Report['timing'] {
  const seconds = new Map(tasks.map(task => [task.id, results.get(task.id)?.seconds ?? 0]))
  const taskSeconds = [...seconds.values()].reduce((sum, value) => sum + value, 0)
  const criticalPathSeconds = Math.max(0, ...toRemainingPaths(tasks, seconds).values())
  return {
    wallSeconds: round(wallSeconds),
    taskSeconds: round(taskSeconds),
    criticalPathSeconds: round(criticalPathSeconds),
    lowerBoundSeconds: round(Math.max(criticalPathSeconds, taskSeconds / slots)),
    // The wall clock of a resumed run does not cover the tasks that were done before.
    speedup:
      !resumed && wallSeconds > 0 && taskSeconds > 0
        ? Math.round((taskSeconds / wallSeconds) * 100) / 100
        : null,
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
