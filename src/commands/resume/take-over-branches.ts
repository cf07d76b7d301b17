import { isAncestor } from '../../git/agent-work/import-commits.ts'
import { readOwnChanges } from '../../git/diff/own-changes.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { RunStore } from '../../run/run-store.ts'
import { checkHistory } from '../../tasks/gates/change-gates.ts'
import type { Refusal } from '../../tasks/gates/gate.ts'
import { withContents } from '../../tasks/work/with-contents.ts'

type Results = ReadonlyMap<TaskId, TaskResult>

/**
 * Where somebody has committed on top of what a task came to, for example to resolve a conflict, that is the result of the task
 * from now on: if it passes the gates that look at a change. Otherwise the result stays, and a notice says why.
 */
export async function takeOverBranches(
  context: RunContext,
  results: Results,
): Promise<Map<TaskId, TaskResult>> {
  const taken = new Map(results)
  const moved = await findMovedBranches(context.repository, context.store, results)
  for (const task of context.plan.tasks) {
    const tip = moved.get(task.id)
    const result = results.get(task.id)
    if (tip === undefined || result === undefined) continue
    const known = [...results.values()].flatMap(({ commit }) => commit ?? [])
    taken.set(task.id, await takeOver(context, { task, result, tip, known }))
  }
  return taken
}

/** The tasks on whose branches somebody went on since the last report: it is not known yet what that comes to. */
export async function findWentOn(
  repository: Repository,
  store: RunStore,
  { results, report }: { readonly results: Results; readonly report: Report | undefined },
): Promise<Set<TaskId>> {
  const moved = await findMovedBranches(repository, store, results)
  return new Set(
    [...moved].filter(([task, tip]) => report?.tasks[task]?.commit !== tip).map(([task]) => task),
  )
}

/** The tips of those branches that have more on them than the results of their tasks say. */
async function findMovedBranches(
  repository: Repository,
  store: RunStore,
  results: Results,
): Promise<Map<TaskId, ObjectId>> {
  const { refs } = store
  const moved = new Map<TaskId, ObjectId>()
  for (const { task, outcome, commit, rolledBack } of results.values()) {
    if (outcome !== 'succeeded' || commit === null || rolledBack) continue
    const tip = await store.resolve(refs.branch(task))
    if (tip === undefined || tip === commit) continue
    if (await isAncestor(repository, commit, tip)) moved.set(task, tip)
  }
  return moved
}

interface MovedBranch {
  readonly task: Task
  readonly result: TaskResult
  readonly tip: ObjectId
  /** What all tasks came to. */
  readonly known: readonly ObjectId[]
}

async function takeOver(context: RunContext, moved: MovedBranch): Promise<TaskResult> {
  const { task, result, tip } = moved
  const added = await listAdded(context, moved)
  for (const commit of added) {
    const refusal = await tryRefusal(context, task, commit)
    if (refusal === undefined) continue
    const text = `${result.branch} is merged without what was committed on it: in ${commit.slice(0, 12)}, ${refusal.reason}`
    context.emit({ kind: 'notice', text })
    return result
  }
  const text = `${result.branch} is merged with what was committed on it (${tip.slice(0, 12)})`
  context.emit({ kind: 'notice', text })
  return { ...result, commit: tip }
}

/** The commits that are new on a branch, without those that it got by merging others of the run or the target. */
async function listAdded(
  { harness, store, base, target }: RunContext,
  { tip, known }: MovedBranch,
): Promise<ObjectId[]> {
  const others = await Promise.all(
    [store.refs.integration, `refs/heads/${target}`].map(ref => store.resolve(ref)),
  )
  const excluded = [base, ...known, ...others.filter(id => id !== undefined)]
  const output = await runGit(harness.place, ['rev-list', tip, '--not', ...excluded])
  return output.split('\n').filter(line => line !== '')
}

async function tryRefusal(context: RunContext, task: Task, commit: ObjectId): Promise<Refusal | undefined> {
  const { protected: protectedGlobs, maxFileMegabytes } = context.plan
  const changes = await withContents(context, await readOwnChanges(context.repository, commit))
  return checkHistory({ task, protectedGlobs, maxFileMegabytes, changes, problems: [] })
}
