import type { Task, TaskId } from '../../model/plan.ts'
import { withAncestors } from '../graph/graph.ts'
import { toMatcher } from '../scope/globs.ts'
import type { CoChange } from './co-changes.ts'
import type { ImportEdge } from './imports.ts'

/** How the files of a repository are coupled. */
export interface Survey {
  readonly paths: readonly string[]
  readonly imports: readonly ImportEdge[]
  readonly coChanges: readonly CoChange[]
}

/** A file of one task that is coupled with a file of another. */
export interface Coupling {
  /** For imports, the task whose file imports. */
  readonly tasks: readonly [TaskId, TaskId]
  readonly files: readonly [string, string]
  /** Undefined: an import. */
  readonly commits: number | undefined
  /** Number of coupled pairs of files of these two tasks. */
  readonly pairs: number
}

/** Tasks that are the only ones to change coupled files; imports before co-changes. Every pair of tasks once. */
export function findCouplings(tasks: readonly Task[], survey: Survey): Coupling[] {
  const links = [
    ...survey.imports.map(({ from, to }) => ({ files: [from, to] as const, commits: undefined })),
    ...survey.coChanges,
  ]
  const owners = toOwners(tasks, [...new Set(links.flatMap(({ files }) => files))])
  const found = new Map<string, Coupling>()
  for (const { files, commits } of links) {
    const [a, b] = [owners.get(files[0]), owners.get(files[1])]
    if (a === undefined || b === undefined || a === b) continue
    const key = [a, b].sort().join('\0')
    const before = found.get(key)
    if (before === undefined) found.set(key, { tasks: [a, b], files, commits, pairs: 1 })
    else found.set(key, { ...before, pairs: before.pairs + 1 })
  }
  return [...found.values()]
}

/** Couplings of tasks that could run side by side. */
export function withoutOrder(tasks: readonly Task[], couplings: readonly Coupling[]): Coupling[] {
  const coupled = new Set(couplings.flatMap(({ tasks: both }) => both))
  const before = new Map([...coupled].map(id => [id, withAncestors(tasks, [id])]))
  return couplings.filter(({ tasks: [a, b] }) => !before.get(a)?.has(b) && !before.get(b)?.has(a))
}

/** Above this many comparisons of scopes with files the analysis is skipped. */
const mostComparisons = 3_000_000

/** The only task that may change each file. */
function toOwners(tasks: readonly Task[], paths: readonly string[]): Map<string, TaskId> {
  if (paths.length === 0 || tasks.length * paths.length > mostComparisons) return new Map()
  const scopes = tasks.flatMap(({ id, files }) =>
    files === undefined ? [] : [{ id, owns: toMatcher(files) }],
  )
  const owners = new Map<string, TaskId>()
  for (const path of paths) {
    const owning = scopes.filter(({ owns }) => owns(path))
    if (owning.length === 1 && owning[0] !== undefined) owners.set(path, owning[0].id)
  }
  return owners
}
