import { listTips } from '../../git/agent-work/import-commits.ts'
import { Merger } from '../../git/merge/merger.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { joinBranches } from '../../merging/join-branches.ts'
import { resolveMergeByRules } from '../../merging/resolve-by-rules.ts'
import { writeMerge } from '../../merging/write-merge.ts'
import { type Plan, prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toTrailers } from '../work/keep-work.ts'

/** What must be known of a run to make the start of one of its tasks. */
export type StartContext = Pick<RunContext, 'repository' | 'harness' | 'run' | 'base' | 'start'> & {
  readonly plan: Pick<Plan, 'integration'>
}

export type PreparedStart =
  | { readonly kind: 'ready'; readonly commit: ObjectId }
  | { readonly kind: 'conflicted'; readonly reason: string }

/**
 * The commit that a task starts from: the start of the run, merged with the branches of all that the task builds on. Only rules resolve
 * conflicts here, so that whoever has the branches can make the very same commit.
 */
export async function prepareStart(
  context: StartContext,
  task: Task,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<PreparedStart> {
  const branches = new Map<ObjectId, TaskId>()
  for (const id of prerequisites(task)) {
    const commit = results.get(id)?.commit
    if (commit !== null && commit !== undefined) branches.set(commit, id)
  }
  const start = await joinStart(context)
  const tips = await listTips(context.harness, [start, ...branches.keys()], [])
  const [first = start, ...rest] = [start, ...branches.keys()].filter(commit => tips.includes(commit))
  if (rest.length === 0) return { kind: 'ready', commit: first === start ? context.start : first }
  return mergeAll(context, task, first, rest, branches)
}

async function joinStart({ harness, run, base, start }: StartContext): Promise<ObjectId> {
  const toJoined = await joinBranches({ harness, run, base, trusted: [start], commits: [start] })
  return toJoined(start)
}

async function mergeAll(
  context: StartContext,
  task: Task,
  first: ObjectId,
  rest: readonly ObjectId[],
  branches: ReadonlyMap<ObjectId, TaskId>,
): Promise<PreparedStart> {
  const merger = await Merger.open(context.harness, context.base)
  try {
    let tip = first
    for (const commit of rest) {
      const id = branches.get(commit) ?? 'base'
      const record = await merger.merge(tip, commit)
      const merge =
        record.kind === 'clean'
          ? { kind: 'resolved' as const, tree: record.tree }
          : await resolveMergeByRules(context.harness, context.plan.integration, record)
      if (merge.kind === 'unresolved') {
        const files = merge.left.map(({ conflict }) => conflict.path).join(', ')
        return { kind: 'conflicted', reason: `what it needs does not merge: ${id} conflicts in ${files}` }
      }
      tip = await writeMerge(context.repository, {
        ours: tip,
        theirs: commit,
        tree: merge.tree,
        message: `Merge task ${id} for ${task.id}`,
        trailers: toTrailers(context, id),
      })
    }
    return { kind: 'ready', commit: tip }
  } finally {
    merger.close()
  }
}
