import { harnessIdentity, writeCommit } from '../../git/commits.ts'
import { type ObjectId, writeObject } from '../../git/objects.ts'
import type { Repository } from '../../git/open-repository.ts'
import { requireCommit } from '../../git/read-commit.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { TaskResult } from '../../report/task-result.ts'
import { type AgainFacts, chooseAgain } from './choose-again.ts'
import type { RunId } from './run-id.ts'
import { RunStore } from './run-store.ts'

/** Where a run is taken up. */
export interface Resume {
  /** Results that stand: these tasks are not done again. */
  readonly done: ReadonlyMap<TaskId, TaskResult>
  /** What has landed so far, for tasks to start from; undefined: the base of the run. */
  readonly start: ObjectId | undefined
}

/** A run that starts from nothing. */
export const freshStart: Resume = { done: new Map(), start: undefined }

export interface Reopening extends Omit<AgainFacts, 'results' | 'report'> {
  readonly repository: Repository
  readonly run: RunId
  /** The plan as it shall be stored. */
  readonly text: string
}

/**
 * Decides which results of a run stand, and opens the others again. From then on the run is unfinished, until it has a new
 * report. The branches of tasks that are done again are kept before they go.
 */
export async function reopenRun(reopening: Reopening): Promise<Resume> {
  const { repository, run, plan, text } = reopening
  const store = new RunStore(repository, run)
  const results = await store.readResults(plan.tasks.map(task => task.id))
  const again = chooseAgain({ ...reopening, results, report: await store.readReport() })
  const updates = await Promise.all([...again].map(task => toReopening(repository, store, task)))
  const stored = await writeObject(repository.store, 'blob', text)
  await store.pointRefs([...updates.flat(), [store.refs.plan, stored], [store.refs.report, undefined]])
  const done = new Map([...results].filter(([task]) => !again.has(task)))
  return { done, start: await store.resolve(store.refs.integration) }
}

/** The ref updates by which a task is open again: its branch becomes kept work. */
async function toReopening(
  repository: Repository,
  store: RunStore,
  task: TaskId,
): Promise<[string, ObjectId | undefined][]> {
  const { refs } = store
  const branch = await store.resolve(refs.branch(task))
  if (branch === undefined) return [[refs.result(task), undefined]]
  const before = await store.resolve(refs.kept(task))
  const { tree, committedAt } = await requireCommit(repository, branch)
  const kept = await writeCommit(repository.store, {
    tree,
    parents: before === undefined ? [branch] : [branch, before],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: committedAt,
    message: `Kept branch of task ${task}, which is done again`,
    trailers: [
      ['Agent-Run', store.run],
      ['Agent-Task', task],
    ],
  })
  return [
    [refs.kept(task), kept],
    [refs.branch(task), undefined],
    [refs.result(task), undefined],
  ]
}
