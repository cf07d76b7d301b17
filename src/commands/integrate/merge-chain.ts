import { readCommitText } from '../../git/commits.ts'
import type { FileConflict } from '../../git/merge-record.ts'
import type { Merger } from '../../git/merger.ts'
import type { ObjectId } from '../../git/objects.ts'
import type { TaskId } from '../../plan/plan.ts'
import { toTrailers } from '../run/keep-work.ts'
import type { RunContext } from '../run/run-context.ts'
import { writeMerge } from './write-merge.ts'

/** The branch of a task that is to be merged. */
export interface Branch {
  readonly task: TaskId
  readonly title: string
  readonly commit: ObjectId
  /** Whether it has landed before: then there is nothing to merge. */
  readonly isInBase: boolean
  /** Tasks that must be in the chain before: those that it needs, and those whose commits it contains. */
  readonly requires: ReadonlySet<TaskId>
}

/** What became of one branch. */
export type MergeStep =
  | { readonly kind: 'merged'; readonly task: TaskId; readonly commit: ObjectId; readonly tree: ObjectId }
  | { readonly kind: 'conflicted'; readonly task: TaskId; readonly conflicts: readonly FileConflict[] }
  | { readonly kind: 'held'; readonly task: TaskId; readonly by: readonly TaskId[] }

/** A commit and its tree. */
export interface Tip {
  readonly commit: ObjectId
  readonly tree: ObjectId
}

/** Merges branches one after another, each with a merge commit of its own. A branch that conflicts is left out, with all that require it. */
export async function mergeBranches(
  context: RunContext,
  merger: Merger,
  from: Tip,
  branches: readonly Branch[],
): Promise<MergeStep[]> {
  const inChain = new Set<TaskId>()
  const steps: MergeStep[] = []
  let tip = from
  for (const branch of branches) {
    const step = await mergeBranch(context, merger, tip, branch, inChain)
    steps.push(step)
    if (step.kind !== 'merged') continue
    tip = step
    inChain.add(branch.task)
  }
  return steps
}

async function mergeBranch(
  context: RunContext,
  merger: Merger,
  tip: Tip,
  branch: Branch,
  inChain: ReadonlySet<TaskId>,
): Promise<MergeStep> {
  const { task, title, commit } = branch
  const missing = [...branch.requires].filter(id => !inChain.has(id))
  if (missing.length > 0) return { kind: 'held', task, by: missing }
  if (branch.isInBase) return { kind: 'merged', task, commit: tip.commit, tree: tip.tree }
  const merge = await merger.merge(tip.commit, commit)
  if (merge.kind === 'conflicted') return { kind: 'conflicted', task, conflicts: merge.conflicts }
  const merged = await writeMerge(context.repository, {
    ours: tip.commit,
    theirs: commit,
    tree: merge.tree,
    message: `Merge task ${task}: ${title}`,
    trailers: toTrailers(context, task),
  })
  return { kind: 'merged', task, commit: merged, tree: merge.tree }
}

export async function readTip({ repository }: RunContext, commit: ObjectId): Promise<Tip> {
  const object = await repository.objects.read(commit)
  return { commit, tree: readCommitText(String(object?.content)).tree }
}
