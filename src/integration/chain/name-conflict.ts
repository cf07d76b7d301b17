import { readChanges } from '../../git/diff/tree-diff.ts'
import { findMergeBase } from '../../git/refs/containment.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { Branch, Merged, MergeStep } from './merge-chain.ts'

/** "conflicts with scheduler in src/db.ts": which branches of the chain changed the files on which git stopped. */
export async function nameConflict(
  context: RunContext,
  branches: readonly Branch[],
  { left }: Extract<MergeStep, { kind: 'conflicted' }>,
  merged: readonly Merged[],
): Promise<string> {
  const paths = left.map(({ conflict }) => toOwnName(conflict.path))
  const others: TaskId[] = []
  for (const { task } of merged) {
    const branch = branches.find(candidate => candidate.task === task)
    if (branch !== undefined && (await touches(context, branch, paths))) others.push(task)
  }
  const names = others.length === 0 ? 'the target' : others.join(', ')
  const [first] = left
  const isOfFiles =
    first === undefined || first.conflict.ours !== undefined || first.conflict.theirs !== undefined
  return isOfFiles
    ? `conflicts with ${names} in ${paths.join(', ')}`
    : `conflicts with ${names}: ${first.reasons.at(-1)}`
}

async function touches(context: RunContext, { commit }: Branch, paths: readonly string[]): Promise<boolean> {
  const start = await findMergeBase(context.harness, context.base, commit)
  const changes = await readChanges(context.repository, start, commit)
  return changes.some(change => paths.some(path => isAt(change.path, path)))
}

/** Whether a change is at a path, or one of them is a file where the other is in a folder. */
function isAt(changed: string, path: string): boolean {
  return changed === path || changed.startsWith(`${path}/`) || path.startsWith(`${changed}/`)
}

/** Where a file and a folder have the same name, git calls the file `name~<commit>`. */
export function toOwnName(path: string): string {
  return path.replace(/~[0-9a-f]{7,64}(_\d+)?$/, '')
}
