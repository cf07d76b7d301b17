import type { Task, TaskId } from '../../model/plan.ts'
import { splitGlobs, toMatcher } from '../scope/globs.ts'
import { type Coupling, findCouplings, type Survey, withoutOrder } from './coupled-tasks.ts'

const shownPairs = 5

/** Notices about tasks without an order that change coupled files. */
export function toCouplingNotices(tasks: readonly Task[], survey: Survey): string[] {
  const loose = withoutOrder(tasks, findCouplings(tasks, survey))
  const shown = loose.slice(0, shownPairs).map(toSentence)
  const hidden = loose.length - shown.length
  if (hidden <= 0) return shown
  return [...shown, `${hidden} more pairs of tasks without an order change files that belong together`]
}

function toSentence({ tasks: [a, b], files: [from, to], commits, pairs }: Coupling): string {
  const more = pairs > 1 ? ` (and ${pairs - 1} more like that)` : ''
  if (commits === undefined)
    return `${from} (task ${a}) imports ${to} (task ${b})${more}, and neither task needs the other: write \`needs: [${b}]\` in ${a} if it builds on what ${b} changes, or put both into one task`
  return `${from} (task ${a}) and ${to} (task ${b}) changed together in ${commits} commits${more}, and neither task needs the other: an order or one task for both avoids conflicts`
}

/** Few enough files for one agent to handle as well as several. */
const fewFiles = 10

/** Advice for a plan about a few coupled files: use one agent. */
export function tryCoupledAdvice(tasks: readonly Task[], survey: Survey): string | undefined {
  if (tasks.length < 2 || tasks.length > fewFiles) return undefined // coupled tasks have a file each
  if (tasks.some(({ files }) => files === undefined)) return undefined
  const files = new Set(tasks.flatMap(task => listFiles(task, survey.paths)))
  if (files.size > fewFiles) return undefined
  const couplings = findCouplings(tasks, survey)
  if (!areConnected(tasks, couplings)) return undefined
  const [first] = couplings as [Coupling]
  const how = first.commits === undefined ? 'imports' : 'changes together with'
  return `all tasks change only ${files.size} files that belong together (${first.files[0]} ${how} ${first.files[1]}): one agent in sequence does better`
}

/** The existing files that a task may change, and the new files that it names. */
function listFiles({ files = [] }: Task, paths: readonly string[]): string[] {
  const named = splitGlobs(files).included.filter(glob => !/[*?[{(]/.test(glob))
  return [...named, ...paths.filter(toMatcher(files))]
}

function areConnected(tasks: readonly Task[], couplings: readonly Coupling[]): boolean {
  const reached = new Set<TaskId>(tasks.slice(0, 1).map(({ id }) => id))
  for (const id of reached)
    for (const { tasks: pair } of couplings)
      if (pair.includes(id)) for (const other of pair) reached.add(other)
  return reached.size === tasks.length
}
