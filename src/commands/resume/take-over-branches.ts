import { isAncestor } from '../../git/agent-work/import-commits.ts'
import { readOwnChanges } from '../../git/diff/own-changes.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toBranchName } from '../../run/run-refs.ts'
import type { RunStore } from '../../run/run-store.ts'
import { checkHistory } from '../../tasks/gates/change-gates.ts'
import type { Refusal } from '../../tasks/gates/gate.ts'
import { withContents } from '../../tasks/gates/with-contents.ts'

type Results = ReadonlyMap<TaskId, TaskResult>

/**
 * Commits that a person added to a task's branch, for example to resolve a conflict, or to the branch of an unsuccessful task,
 * become the task's result if they pass the gates for changes. Otherwise the result stays, and a notice says why.
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

/** Tasks whose branches a person has continued since the last report; their result is not known yet. */
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

/** The tips of branches with more commits than their tasks' results. */
async function findMovedBranches(
  repository: Repository,
  store: RunStore,
  results: Results,
): Promise<Map<TaskId, ObjectId>> {
  const { refs } = store
  const moved = new Map<TaskId, ObjectId>()
  const runBase = await store.resolve(refs.base)
  for (const { task, commit, base, rolledBack } of results.values()) {
    if (rolledBack) continue
    const tip = await store.resolve(refs.branch(task))
    const from = commit ?? base ?? runBase
    if (tip === undefined || from === undefined || tip === commit) continue
    const isAhead =
      commit === null ? !(await isAncestor(repository, tip, from)) : await isAncestor(repository, from, tip)
    if (isAhead) moved.set(task, tip)
  }
  return moved
}

interface MovedBranch {
  readonly task: Task
  readonly result: TaskResult
  readonly tip: ObjectId
  /** The results of all tasks. */
  readonly known: readonly ObjectId[]
}

async function takeOver(context: RunContext, moved: MovedBranch): Promise<TaskResult> {
  const { task, result, tip } = moved
  const branch = toBranchName(context.store.refs.branch(task.id))
  const added = await listAdded(context, moved)
  for (const commit of added) {
    const refusal = await tryRefusal(context, task, commit)
    if (refusal === undefined) continue
    const text = toRefusalText(branch, result, `in ${commit.slice(0, 12)}, ${refusal.reason}`)
    context.emit({ kind: 'notice', text })
    return result
  }
  const text = `${branch} is merged including the commits added to it (${tip.slice(0, 12)})`
  context.emit({ kind: 'notice', text })
  if (result.commit !== null) return { ...result, commit: tip }
  const base = result.base ?? context.base
  const changes = await readChanges(context.repository, base, tip)
  return {
    ...result,
    outcome: 'succeeded',
    reason: null,
    branch,
    base,
    commit: tip,
    filesChanged: changes.length,
  }
}

function toRefusalText(branch: string, { commit }: TaskResult, why: string): string {
  return commit === null
    ? `${branch} is not merged: ${why}. Fix its commits, or delete the branch to redo the task`
    : `${branch} is merged without the commits added to it: ${why}`
}

/** The new commits of a branch, without those from merging other branches of the run or the target. */
async function listAdded(
  { control, store, base, target }: RunContext,
  { tip, known }: MovedBranch,
): Promise<ObjectId[]> {
  const others = await Promise.all(
    [store.refs.integration, `refs/heads/${target}`].map(ref => store.resolve(ref)),
  )
  const excluded = [base, ...known, ...others.filter(id => id !== undefined)]
  const output = await runGit(control.place, ['rev-list', tip, '--not', ...excluded])
  return output.split('\n').filter(line => line !== '')
}

async function tryRefusal(context: RunContext, task: Task, commit: ObjectId): Promise<Refusal | undefined> {
  const changes = await withContents(context, await readOwnChanges(context.repository, commit))
  return checkHistory({ plan: context.plan, task, changes, problems: [] })
}
