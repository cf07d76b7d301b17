import TinyQueue from 'tinyqueue'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { remember } from './remember.ts'

/** The part of a task that the graph functions need. */
export type Node = Pick<Task, 'id' | 'needs' | 'after'>

// The graph of a plan is queried many times, and plans do not change: answers are cached as long as their tasks exist.

/** The direct dependents of each task. */
export const toDependents = remember(findDependents, new WeakMap())

function findDependents(tasks: readonly Node[]): ReadonlyMap<TaskId, readonly TaskId[]> {
  const dependents = new Map<TaskId, TaskId[]>(tasks.map(task => [task.id, []]))
  for (const task of tasks) for (const id of prerequisites(task)) dependents.get(id)?.push(task.id)
  return dependents
}

/**
 * Topological order; among free tasks the first one in the given order is next (Kahn 1962, with a heap). Tasks on a cycle and their
 * dependents are left out.
 */
export function toTopologicalOrder<T extends Node>(tasks: readonly T[]): readonly T[] {
  return sortOnce(tasks) as readonly T[]
}

const sortOnce = remember(sortTopologically, new WeakMap())

function sortTopologically(tasks: readonly Node[]): readonly Node[] {
  const rank = new Map(tasks.map((task, index) => [task.id, index]))
  const dependents = toDependents(tasks)
  const waitingFor = new Map(
    tasks.map(task => [task.id, prerequisites(task).filter(id => rank.has(id)).length]),
  )
  const free = new TinyQueue(tasks.flatMap((task, index) => (waitingFor.get(task.id) === 0 ? [index] : [])))
  const order: Node[] = []

  for (let index = free.pop(); index !== undefined; index = free.pop()) {
    const task = tasks[index] as Node
    order.push(task)
    for (const id of dependents.get(task.id) ?? []) {
      const left = (waitingFor.get(id) ?? 0) - 1
      waitingFor.set(id, left)
      if (left === 0) free.push(rank.get(id) as number)
    }
  }
  return order
}

/** Splits tasks into levels: each is in the first level after all of its prerequisites. */
export function toLevels<T extends Node>(tasks: readonly T[]): readonly (readonly T[])[] {
  return levelOnce(tasks) as readonly (readonly T[])[]
}

const levelOnce = remember(splitIntoLevels, new WeakMap())

function splitIntoLevels(tasks: readonly Node[]): readonly (readonly Node[])[] {
  const levelOf = new Map<TaskId, number>()
  const levels: Node[][] = []
  for (const task of toTopologicalOrder(tasks)) {
    const level = prerequisites(task).reduce((most, id) => Math.max(most, (levelOf.get(id) ?? -1) + 1), 0)
    levelOf.set(task.id, level)
    const members = levels[level]
    if (members === undefined) levels.push([task])
    else members.push(task)
  }
  return levels
}

/** The given tasks and all their direct and indirect dependents. */
export function withDescendants(tasks: readonly Node[], ids: Iterable<TaskId>): Set<TaskId> {
  return reach(ids, toDependents(tasks))
}

/** The given tasks and all their direct and indirect prerequisites. */
export function withAncestors(tasks: readonly Node[], ids: Iterable<TaskId>): Set<TaskId> {
  return reach(ids, new Map(tasks.map(task => [task.id, prerequisites(task)])))
}

function reach(from: Iterable<TaskId>, next: ReadonlyMap<TaskId, readonly TaskId[]>): Set<TaskId> {
  const reached = new Set(from)
  for (const id of reached) for (const neighbour of next.get(id) ?? []) reached.add(neighbour)
  return reached
}

/**
 * One cycle for each group of tasks that need each other, closed: `['d', 'e', 'd']`. Found by walking back from the tasks outside
 * the topological order.
 */
export function findCycles(tasks: readonly Node[]): TaskId[][] {
  const placed = new Set(toTopologicalOrder(tasks).map(task => task.id))
  const needsOf = new Map(
    tasks.filter(task => !placed.has(task.id)).map(task => [task.id, prerequisites(task)]),
  )
  const cycles: TaskId[][] = []
  const seen = new Set<TaskId>()

  for (const start of needsOf.keys()) {
    const path: TaskId[] = []
    let id: TaskId | undefined = start
    while (id !== undefined && !seen.has(id)) {
      seen.add(id)
      path.push(id)
      id = needsOf.get(id)?.find(next => needsOf.has(next))
    }
    if (id !== undefined && path.includes(id)) cycles.push([...path.slice(path.indexOf(id)), id])
  }
  return cycles
}
