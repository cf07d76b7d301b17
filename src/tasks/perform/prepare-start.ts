import { listTips } from '../../git/agent-work/import-commits.ts'
import type { MergeRecord } from '../../git/merge/merge-record.ts'
import { Merger } from '../../git/merge/merger.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { readContainment } from '../../git/refs/containment.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import { joinBranches } from '../../merging/join-branches.ts'
import type { MergeResolution } from '../../merging/merge-conflict.ts'
import { resolveMergeByRules } from '../../merging/resolve-by-rules.ts'
import { writeMerge, writeStart } from '../../merging/write-merge.ts'
import { type Plan, prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toMergeOrder } from '../../plan/graph/merge-order.ts'
import { beginsResult } from '../../plan/graph/start-order.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toMergeMessage, toMergeTrailers } from '../work/merge-message.ts'
import { readStarts, toContainedTasks } from '../work/order-facts.ts'

/** The part of a run's context that the start of a task needs. */
export type StartContext = Pick<RunContext, 'repository' | 'control' | 'run' | 'base' | 'start'> & {
  readonly plan: Pick<Plan, 'integration' | 'tasks' | 'history'>
}

export type PreparedStart =
  | { readonly kind: 'ready'; readonly commit: ObjectId }
  | { readonly kind: 'conflicted'; readonly reason: string }

/**
 * The commit that a task starts from: the start of the run, merged with the branches of all its prerequisites. Only rules resolve
 * conflicts here, so that anyone with the branches can make the same commit. The integration makes the same merges if its order
 * begins with the same tasks: then history shows them once.
 */
export async function prepareStart(
  context: StartContext,
  task: Task,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<PreparedStart> {
  const direct = prerequisites(task).flatMap(id => results.get(id)?.commit ?? [])
  const start = await joinStart(context)
  const tips = await listTips(context.control, [start, ...direct], [])
  const [first = start, ...rest] = tips
  if (rest.length === 0) return { kind: 'ready', commit: first === start ? context.start : first }
  const branches = await listBranches(context, start, direct, results)
  const merged = await mergeAll(context, start, branches)
  if (merged.kind === 'conflicted' || !isLone(context, task)) return merged
  return { kind: 'ready', commit: await joinTips(context, { task, tips, merged: merged.commit, branches }) }
}

/** Whether these merges would serve only this task, while the result has other merges of the same branches. */
function isLone({ plan, base, start }: StartContext, { id, needs }: Task): boolean {
  const planned = plan.tasks.find(task => task.id === id)
  if (base !== start || planned?.needs.join() !== needs.join()) return false
  return plan.history === 'merge' && !beginsResult(plan.tasks, id)
}

interface Tips {
  readonly task: Task
  readonly tips: readonly ObjectId[]
  readonly merged: ObjectId
  readonly branches: readonly StartBranch[]
}

/** Merged in one commit, so that history does not show a task's merge twice. */
async function joinTips(
  { repository, run }: StartContext,
  { task, tips, merged, branches }: Tips,
): Promise<ObjectId> {
  const { tree } = await requireCommit(repository, merged)
  const names = branches.filter(({ commit }) => tips.includes(commit)).map(({ task: { id } }) => id)
  const commits = branches.map(({ commit }) => commit).filter(commit => tips.includes(commit))
  const message = `Join ${names.join(' and ')} for ${task.id}`
  return writeStart(repository, { parents: commits, tree, message, trailers: [['Agent-Run', run]] })
}

async function joinStart({ control, run, base, start }: StartContext): Promise<ObjectId> {
  const toJoined = await joinBranches({ control, run, base, trusted: [start], commits: [start] })
  return toJoined(start)
}

interface StartBranch {
  readonly task: Task
  readonly commit: ObjectId
  readonly summary: string | null
}

/** The branches in some commits but not in the start, in the order of the integration. */
async function listBranches(
  { plan, control, repository, run }: StartContext,
  start: ObjectId,
  commits: readonly ObjectId[],
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<StartBranch[]> {
  const all = plan.tasks.flatMap(task => {
    const { commit, summary } = results.get(task.id) ?? {}
    return commit ? [{ task, commit, summary: summary ?? null }] : []
  })
  const ids = all.map(({ commit }) => commit)
  const containment = await readContainment(control, start, ids)
  const isIn = (commit: ObjectId) =>
    commits.some(tip => tip === commit || containment.within.get(tip)?.has(commit))
  const branches = all.filter(({ commit }) => isIn(commit) && !containment.inBase.has(commit))
  const byTask = new Map(branches.map(branch => [branch.task.id, branch]))
  const commitOf = new Map(branches.map(({ task, commit }) => [task.id, commit]))
  const order = toMergeOrder(
    branches.map(({ task }) => task),
    {
      contained: toContainedTasks(containment, commitOf, commitOf),
      starts: await readStarts(
        repository,
        run,
        [...byTask.keys()].map(id => results.get(id) as TaskResult),
      ),
      forecast: [],
    },
  )
  return order.map(id => byTask.get(id) as StartBranch)
}

async function mergeAll(
  context: StartContext,
  start: ObjectId,
  branches: readonly StartBranch[],
): Promise<PreparedStart> {
  const merger = await Merger.open(context.control, context.base)
  try {
    let tip = start
    for (const branch of branches) {
      const merge = await mergeByRules(context, await merger.merge(tip, branch.commit))
      if (merge.kind === 'unresolved') {
        const files = merge.left.map(({ conflict }) => conflict.path).join(', ')
        const reason = `its prerequisites do not merge: ${branch.task.id} conflicts in ${files}`
        return { kind: 'conflicted', reason }
      }
      const facts = { ...branch, run: context.run, resolved: merge.files }
      tip = await writeMerge(context.repository, {
        ours: tip,
        theirs: branch.commit,
        tree: merge.tree,
        message: toMergeMessage(facts),
        trailers: toMergeTrailers(facts),
      })
    }
    return { kind: 'ready', commit: tip }
  } finally {
    merger.close()
  }
}

async function mergeByRules({ control, plan }: StartContext, record: MergeRecord): Promise<MergeResolution> {
  if (record.kind === 'clean') return { kind: 'resolved', tree: record.tree, files: [] }
  return resolveMergeByRules(control, plan.integration, record)
}
