import type { Task, TaskId } from '../../model/plan.ts'
import type { PlanFile } from '../file/plan-file.ts'
import { findParallel } from '../graph/parallel-tasks.ts'
import type { Overlap } from '../scope/overlaps.ts'
import { toBudgetNotices } from './budget-notices.ts'

/** Notices for a valid plan: about tasks that run in parallel and may change the same files, and old names of keys. */
export function toNotices(file: PlanFile, tasks: readonly Task[], overlaps: readonly Overlap[]): string[] {
  return [...toUnscoped(tasks), ...toWarnings(file, overlaps), ...toOldNames(file), ...toBudgetNotices(file)]
}

/** Keys that still work under the name of an earlier version. */
function toOldNames({ integration }: PlanFile): string[] {
  const { candidates } = integration ?? {}
  const isOld = typeof candidates === 'object' && candidates['when-untold'] !== undefined
  return isOld ? ['`integration.candidates.when-untold` is now called `when-unknown`'] : []
}

function toUnscoped(tasks: readonly Task[]): string[] {
  const unscoped = findParallel(tasks).filter(task => task.files === undefined)
  if (unscoped.length === 0) return []
  const names = toNames(new Set(unscoped.map(task => task.id)))
  const [first] = unscoped.map(task => task.id)
  const isOne = unscoped.length === 1
  return [
    `${names} ${isOne ? 'has' : 'have'} no \`files:\` and ${isOne ? 'runs' : 'run'} in parallel with other tasks: without \`files:\`, overlaps cannot be detected. List what each may change, as in \`${first}: { files: ["src/${first}/**"] }\``,
  ]
}

function toWarnings(file: PlanFile, overlaps: readonly Overlap[]): string[] {
  if (file.overlap !== 'warn') return []
  return toGroups(overlaps).map(
    ({ tasks, path }) => `${path}: ${toNames(tasks)} may ${tasks.size === 2 ? 'both' : 'all'} change it`,
  )
}

/** The tasks that may change each path, with every path once. */
function toGroups(overlaps: readonly Overlap[]): { path: string; tasks: ReadonlySet<TaskId> }[] {
  const tasksOf = new Map<string, Set<TaskId>>()
  for (const { earlier, later, path } of overlaps) {
    const tasks = tasksOf.get(path) ?? new Set()
    tasksOf.set(path, tasks.add(earlier).add(later))
  }
  return [...tasksOf].map(([path, tasks]) => ({ path, tasks }))
}

const shownTasks = 8

function toNames(tasks: ReadonlySet<TaskId>): string {
  const names = [...tasks]
  const shown =
    names.length <= shownTasks
      ? names
      : [...names.slice(0, shownTasks - 1), `${names.length - shownTasks + 1} more`]
  return shown.length === 1 ? `${shown[0]}` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
