import type { TaskId } from '../../model/plan.ts'
import type { TaskOverview } from '../text/plan-overview.ts'

/** A line of the tree: a task below one of its prerequisites. */
export interface TreeLine {
  readonly task: TaskOverview
  /** `│  └─ `, drawn before the id. */
  readonly branch: string
  /** Its prerequisites besides the one that it is drawn below. */
  readonly others: readonly TaskId[]
}

/** Draws a graph as a tree: each task appears once, below its deepest prerequisite. */
export function toTree(tasks: readonly TaskOverview[], levels: readonly (readonly TaskId[])[]): TreeLine[] {
  const depth = new Map(levels.flatMap((level, index) => level.map(id => [id, index] as const)))
  const children = new Map<TaskId | undefined, TaskOverview[]>()
  for (const task of tasks) {
    const parent = toParent(task, depth)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [task])
    else siblings.push(task)
  }
  return drawAll(children)
}

/** Deeper tasks are drawn side by side at this depth, so that a long chain stays on the screen. */
const deepest = 16

interface Drawing {
  readonly task: TaskOverview
  readonly parent: TaskId | undefined
  readonly branch: string
  readonly indent: string
  readonly depth: number
}

function drawAll(children: ReadonlyMap<TaskId | undefined, readonly TaskOverview[]>): TreeLine[] {
  const lines: TreeLine[] = []
  const roots = children.get(undefined) ?? []
  const todo = roots
    .map((task): Drawing => ({ task, parent: undefined, branch: '', indent: '', depth: 0 }))
    .reverse()
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { task, parent, branch } = next
    const isShown = next.depth <= deepest
    const others = [...task.needs, ...task.after].filter(id => !isShown || id !== parent)
    lines.push({ task, branch, others })
    todo.push(...toDrawings(next, children.get(task.id) ?? []).reverse())
  }
  return lines
}

function toDrawings({ task, indent, depth }: Drawing, below: readonly TaskOverview[]): Drawing[] {
  if (depth >= deepest) {
    return below.map(child => ({
      task: child,
      parent: task.id,
      branch: `${indent}⋯ `,
      indent,
      depth: depth + 1,
    }))
  }
  return below.map((child, index) => {
    const isLast = index === below.length - 1
    return {
      task: child,
      parent: task.id,
      branch: `${indent}${isLast ? '└─ ' : '├─ '}`,
      indent: `${indent}${isLast ? '   ' : '│  '}`,
      depth: depth + 1,
    }
  })
}

function toParent({ needs, after }: TaskOverview, depth: ReadonlyMap<TaskId, number>): TaskId | undefined {
  const prerequisites = [...needs, ...after]
  if (prerequisites.length === 0) return undefined
  return prerequisites.reduce((deepest, id) =>
    (depth.get(id) ?? 0) > (depth.get(deepest) ?? 0) ? id : deepest,
  )
}
