import { harnessIdentity, readCommitText, writeCommit } from '../../git/commits.ts'
import type { ObjectId } from '../../git/objects.ts'
import type { Repository } from '../../git/open-repository.ts'
import type { Plan, TaskId } from '../../plan/plan.ts'
import type { Report } from '../../report/report.ts'
import type { TaskResult } from '../../report/task-result.ts'
import type { RunId } from './run-id.ts'
import { RunStore } from './run-store.ts'

/** Where a run is taken up. */
export interface Resume {
  /** Results that stand: these tasks are not done again. */
  readonly done: ReadonlyMap<TaskId, TaskResult>
  /** What has landed so far, for tasks to start from; undefined: the base of the run. */
  readonly start: ObjectId | undefined
}

/**
 * - `go-on`: what has ended stands, also without success. Only what was stopped, and what waited for that, is done.
 * - `do-again`: only what landed stands (or could land, in a run that never came to merging).
 */
export type ResumeMode = 'go-on' | 'do-again'

/** A run that starts from nothing. */
export const freshStart: Resume = { done: new Map(), start: undefined }

/**
 * Decides which results of a run stand, and opens the others again. From then on the run is unfinished, until it has a new
 * report. The branches of tasks that are done again are kept before they go.
 */
export async function reopenRun(
  repository: Repository,
  run: RunId,
  plan: Plan,
  mode: ResumeMode,
): Promise<Resume> {
  const store = new RunStore(repository, run)
  const results = await store.readResults(plan.tasks.map(task => task.id))
  const report = await store.readReport()
  const stands = mode === 'go-on' ? hasEnded : (result: TaskResult) => isFine(result, plan, report)
  const done = new Map([...results].filter(([, result]) => stands(result)))
  const again = [...results.keys()].filter(task => !done.has(task))
  const updates = await Promise.all(again.map(task => toReopening(repository, store, task)))
  await store.pointRefs([...updates.flat(), [store.refs.report, undefined]])
  return { done, start: await store.resolve(store.refs.integration) }
}

function hasEnded({ outcome }: TaskResult): boolean {
  return outcome !== 'cancelled' && outcome !== 'blocked'
}

function isFine({ task, outcome }: TaskResult, plan: Plan, report: Report | undefined): boolean {
  if (outcome === 'no-changes') return plan.tasks.find(({ id }) => id === task)?.allowNoChanges === true
  if (outcome !== 'succeeded') return false
  return report === undefined || report.status === 'cancelled' || report.tasks[task]?.landing === 'landed'
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
  const { tree, committedAt } = readCommitText(String((await repository.objects.read(branch))?.content))
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
