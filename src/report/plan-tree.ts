import type { TaskId } from '../plan/plan.ts'
import type { TaskOverview } from './plan-overview.ts'

/** A line of the tree: a task below one of those that it waits for. */
export interface TreeLine {
  readonly task: TaskOverview
  /** `│  └─ `, drawn in front of the id. */
  readonly branch: string
  /** What it waits for besides the task that it stands below. */
  readonly others: readonly TaskId[]
}

/** Draws a graph as a tree: each task stands once, below the deepest of the tasks that it waits for. */
export function toTree(tasks: readonly TaskOverview[], levels: readonly (readonly TaskId[])[]): TreeLine[] {
  const depth = new Map(levels.flatMap((level, index) => level.map(id => [id, index] as const)))
  const children = new Map<TaskId | undefined, TaskOverview[]>()
  for (const task of tasks) {
    const parent = toParent(task, depth)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [task])
    else siblings.push(task)
  }
  const lines: TreeLine[] = []
  for (const root of children.get(undefined) ?? []) draw(root, undefined, '', '')
  return lines

  function draw(task: TaskOverview, parent: TaskId | undefined, branch: string, indent: string): void {
    const others = [...task.needs, ...task.after].filter(id => id !== parent)
    lines.push({ task, branch, others })
    const below = children.get(task.id) ?? []
    for (const [index, child] of below.entries()) {
      const isLast = index === below.length - 1
      draw(child, task.id, `${indent}${isLast ? '└─ ' : '├─ '}`, `${indent}${isLast ? '   ' : '│  '}`)
    }
  }
}

function toParent({ needs, after }: TaskOverview, depth: ReadonlyMap<TaskId, number>): TaskId | undefined {
  const prerequisites = [...needs, ...after]
  if (prerequisites.length === 0) return undefined
  return prerequisites.reduce((deepest, id) =>
    (depth.get(id) ?? 0) > (depth.get(deepest) ?? 0) ? id : deepest,
  )
}
