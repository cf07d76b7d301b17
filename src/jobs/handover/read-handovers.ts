import { join } from 'node:path'
import { readPlanOf } from '../../commands/read-status.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toTopologicalOrder } from '../../plan/graph/graph.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunId } from '../../run/run-id.ts'
import { openStore } from '../../run/run-store.ts'
import { toHandoverFiles } from './handover-files.ts'
import type { IntakeContext } from './intake-context.ts'
import type { HandoverLimits } from './limits.ts'
import { takeHandover } from './take-handover.ts'
import { listUnannounced } from './unannounced-files.ts'

/** A handover as received. */
export interface Handover {
  readonly task: TaskId
  /** The workflow run's attempt in its artifact's name. */
  readonly attempt: number
  /** The folder of its files, which may also hold other handovers. */
  readonly folder: string
}

export interface IntakeRequest {
  readonly run: RunId
  /** The start of tasks without prerequisites: the base, or the landed result of a resumed run. */
  readonly start: ObjectId
  readonly handovers: readonly Handover[]
  readonly limits: HandoverLimits
}

/** The outcome of importing a task's handover. */
export type HandoverAnswer =
  | { readonly kind: 'taken'; readonly task: TaskId; readonly result: TaskResult }
  | { readonly kind: 'refused'; readonly task: TaskId; readonly reason: string }
  /** There is none, although its job succeeded. */
  | { readonly kind: 'gone'; readonly task: TaskId; readonly reason: string }

export interface Intake {
  /** One for each task with a handover: those of the plan in dependency order, then others. */
  readonly answers: readonly HandoverAnswer[]
  /** Notices about ignored data. */
  readonly notices: readonly string[]
}

/**
 * Imports unverified handovers into a repository that knows the run (its plan and its base are on refs), prerequisites first. Each
 * is accepted as a whole or refused with nothing written; a refused one does not affect others.
 */
export async function readHandovers(repository: Repository, request: IntakeRequest): Promise<Intake> {
  const { run, handovers } = request
  const context = await openIntake(repository, request)
  const isKnown = new Set(context.plan.tasks.map(({ id }) => id))
  const strangers = new Set(handovers.map(({ task }) => task).filter(id => !isKnown.has(id)))
  const done: AnsweredHandover[] = []
  for (const task of toTopologicalOrder(context.plan.tasks)) {
    const own = handovers.filter(handover => handover.task === task.id)
    if (own.length > 0) done.push(await answer(context, task, own))
  }
  const announced = new Set(done.flatMap(({ files }) => files))
  const folders = handovers.map(({ folder }) => folder)
  return {
    answers: [
      ...done.map(({ answer }) => answer),
      ...[...strangers].map(id =>
        refused(id, `unknown task: the plan of run ${run} has no ${JSON.stringify(id)}`),
      ),
    ],
    notices: [...done.flatMap(({ notices }) => notices), ...(await listUnannounced(folders, announced))].map(
      toLine,
    ),
  }
}

interface AnsweredHandover {
  readonly answer: HandoverAnswer
  /** The paths of its files. */
  readonly files: readonly string[]
  readonly notices: readonly string[]
}

async function openIntake(
  trusted: Repository,
  { run, start, limits }: IntakeRequest,
): Promise<IntakeContext> {
  const store = await openStore(trusted, run)
  const plan = await readPlanOf(store)
  const [planId, base] = await Promise.all([store.resolve(store.refs.plan), store.resolve(store.refs.base)])
  if (planId === undefined || base === undefined)
    throw new RefusedError(`run ${run} has no base here: put it on ${store.refs.base} first`)
  const results = await store.readResults(plan.tasks.map(({ id }) => id))
  return { trusted, store, plan, planId, base, start, limits, results }
}

async function answer(
  context: IntakeContext,
  task: Task,
  handovers: readonly Handover[],
): Promise<AnsweredHandover> {
  const allFiles = handovers.flatMap(({ folder }) =>
    Object.values(toHandoverFiles(task.id)).map(name => join(folder, name)),
  )
  const [first, ...others] = handovers
  if (first === undefined || others.length > 0) {
    const reason = `it was handed over ${handovers.length} times, and nothing shows which one is genuine`
    return { answer: refused(task.id, reason), files: allFiles, notices: [] }
  }
  try {
    const { result, files, notices } = await takeHandover(context, { ...first, task })
    context.results.set(task.id, result)
    const paths = files.map(name => join(first.folder, name))
    return { answer: { kind: 'taken', task: task.id, result }, files: paths, notices }
  } catch (error) {
    // Whatever error one handover causes, the others are imported.
    return { answer: refused(task.id, (error as Error).message), files: allFiles, notices: [] }
  }
}

function refused(task: TaskId, reason: string): HandoverAnswer {
  return { kind: 'refused', task, reason: toLine(reason) }
}

const longestLine = 600

/** Reasons quote foreign text. */
function toLine(text: string): string {
  const line = toPlainLine(text)
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line
}
