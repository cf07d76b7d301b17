import { readChanges } from '../../git/diff/tree-diff.ts'
import { tryGit } from '../../git/process/run-git.ts'
import { deletedMode, submoduleMode } from '../../model/file-modes.ts'
import type { TaskId } from '../../model/plan.ts'
import { jitter, sleepSeconds, toDelay } from '../../model/timing/delays.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import { type CollectedWork, collectWork } from './collect-work.ts'
import { holdWork } from './hold-work.ts'
import type { CollectRequest } from './take-files.ts'

const mostRounds = 15
/** For reasons that waiting does not heal. */
const mostOtherRounds = 3
/** Between rounds: a collection of a small repository takes less. */
const growth = { first: 0.05, factor: 1.5, longest: 2 }

/**
 * Collects an agent's work, and holds it by a ref. A concurrent `git gc --prune=now` deletes unreachable objects, even brand-new
 * ones: then it is collected again.
 */
export async function collectHeld(
  context: KeepingContext,
  request: CollectRequest & { readonly taskId: TaskId },
): Promise<CollectedWork> {
  for (let round = 1; ; round++) {
    const isRepeated = round > 1
    try {
      const work = await collectWork(context, { ...request, isRepeated })
      if (await isHeld(context, request, work)) return work
    } catch (error) {
      if (round >= (isOfMissing(error as Error) ? mostRounds : mostOtherRounds)) throw error
    }
    if (round >= mostRounds)
      throw new Error(
        'git objects were deleted while they were written: stop "git gc" and "git prune" in this repository',
      )
    await sleepSeconds(jitter(toDelay(growth, round - 1)))
  }
}

/** By the words of git and of the harness for an object that is not there. */
function isOfMissing({ message }: Error): boolean {
  return /there is no (tree|commit)|(nonexistent|bad|invalid|missing|corrupt|tree) object|could not read|unable to read|not a valid/i.test(
    message,
  )
}

async function isHeld(
  context: KeepingContext,
  request: CollectRequest & { readonly taskId: TaskId },
  work: CollectedWork,
): Promise<boolean> {
  const { start, taskId } = request
  if (work.head === start && work.changes.length === 0 && work.worktreeTree === work.tree) return true
  await holdWork(context, taskId, { ...request, snapshot: work })
  return isComplete(context, request, work)
}

/** Whether all collected objects exist. Once a ref reaches them, they stay. */
async function isComplete(
  { control, repository }: KeepingContext,
  { start }: CollectRequest,
  { head, tree, worktreeTree }: CollectedWork,
): Promise<boolean> {
  const own = await readChanges(repository, start, tree)
  const changes = own.concat(await readChanges(repository, tree, worktreeTree))
  const files = changes.filter(({ newMode }) => newMode !== deletedMode && newMode !== submoduleMode)
  const found = await Promise.all(files.map(({ newId }) => repository.objects.readInfo(newId)))
  if (found.includes(undefined)) return false
  if (head === start) return true
  return (await tryGit(control.place, ['rev-list', '--objects', '--quiet', head, `^${start}`])).code === 0
}
