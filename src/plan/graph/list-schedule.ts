import TinyQueue from 'tinyqueue'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { type Node, toDependents } from './graph.ts'
import { toRemainingPaths } from './weights.ts'

/** When each task would run, in the unit of the durations, counted from the start of the run. */
export interface Schedule {
  readonly makespan: number
  /** In the order in which tasks start, which is a topological one. */
  readonly starts: ReadonlyMap<TaskId, number>
}

interface Waiting {
  readonly id: TaskId
  readonly priority: number
  readonly rank: number
}

/**
 * List scheduling: a free slot takes the ready task with the longest remaining path; ties in plan order. Within W/slots + (1 -
 * 1/slots)·CP of time zero (Graham 1966).
 */
export function toListSchedule(
  tasks: readonly Node[],
  durations: ReadonlyMap<TaskId, number>,
  slots: number,
): Schedule {
  const priorities = toRemainingPaths(tasks, durations)
  const entries = new Map(
    tasks.map((task, rank) => [task.id, { id: task.id, rank, priority: priorities.get(task.id) ?? 0 }]),
  )
  const dependents = toDependents(tasks)
  const waitingFor = new Map(tasks.map(task => [task.id, prerequisites(task).length]))
  const ready = new TinyQueue<Waiting>([], byPriority)
  const running = new TinyQueue<{ id: TaskId; end: number }>([], (a, b) => a.end - b.end)
  const starts = new Map<TaskId, number>()
  let now = 0

  for (const task of tasks) if (waitingFor.get(task.id) === 0) ready.push(entries.get(task.id) as Waiting)
  while (ready.length > 0 || running.length > 0) {
    while (ready.length > 0 && running.length < slots) start(ready.pop() as Waiting)
    finish(running.pop() as { id: TaskId; end: number })
  }
  return { makespan: now, starts }

  function start({ id }: Waiting): void {
    starts.set(id, now)
    running.push({ id, end: now + (durations.get(id) ?? 0) })
  }

  function finish({ id, end }: { id: TaskId; end: number }): void {
    now = end
    for (const dependent of dependents.get(id) ?? []) {
      const left = (waitingFor.get(dependent) ?? 0) - 1
      waitingFor.set(dependent, left)
      if (left === 0) ready.push(entries.get(dependent) as Waiting)
    }
  }
}

function byPriority(a: Waiting, b: Waiting): number {
  return b.priority - a.priority || a.rank - b.rank
}

/** Total time with this many agents; with infinitely many, the length of the critical path. */
export function toMakespan(
  tasks: readonly Task[],
  durations: ReadonlyMap<TaskId, number>,
  slots: number,
): number {
  if (slots === 1) return tasks.reduce((sum, task) => sum + (durations.get(task.id) ?? 0), 0)
  if (slots < tasks.length) return toListSchedule(tasks, durations, slots).makespan
  return [...toRemainingPaths(tasks, durations).values()].reduce((most, path) => Math.max(most, path), 0)
}
