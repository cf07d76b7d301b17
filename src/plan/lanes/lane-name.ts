import type { TaskId } from '../../model/plan.ts'

/** Characters. */
const longestName = 80

/** The tasks of a lane, in order, shortened to fit: `contract → api`, `contract → api → … 5 more`. */
export function toLaneName(tasks: readonly TaskId[]): string {
  for (let shown = Math.min(tasks.length, longestName); shown > 1; shown--) {
    const name = toText(tasks, shown)
    if (name.length <= longestName) return name
  }
  return toText(tasks, 1)
}

function toText(tasks: readonly TaskId[], shown: number): string {
  const left = tasks.length - shown
  return [...tasks.slice(0, shown), ...(left === 0 ? [] : [`… ${left} more`])].join(' → ')
}
