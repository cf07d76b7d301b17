import type { FailedVerdict, TestVerdict } from '../../culprits/world.ts'
import { isAncestor } from '../../git/agent-work/import-commits.ts'
import { readChain } from '../../git/merge/chain.ts'
import { Merger } from '../../git/merge/merger.ts'
import { listReverted, revertMerge } from '../../git/merge/revert.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { VerdictStore } from '../../merging/verdict-store.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toTaskName } from '../../tasks/work/commit-body.ts'
import { toTrailers } from '../../tasks/work/keep-work.ts'
import { readTip, type Tip } from '../chain/merge-step.ts'
import { TreeTester } from '../test/tree-tester.ts'
import { tryLand } from './land.ts'
import { readTarget, type TargetState } from './read-target.ts'

/** What was done to the target. */
export interface Reverted {
  readonly message: string | null
  /** The revert commits, oldest first. */
  readonly commits: readonly ObjectId[]
}

/**
 * Reverts landed tasks in the target: one revert commit for each, tested, then landed. Existing history is
 * never rewritten. Throws a RefusedError if that is impossible; the target is then unchanged.
 *
 * @param landed The tip of the run that is in the target.
 */
export async function revertTasks(
  context: RunContext,
  landed: ObjectId,
  tasks: ReadonlySet<TaskId>,
): Promise<Reverted> {
  for (let round = 1; round <= context.plan.integration.landRounds; round++) {
    const state = await readTarget(context.repository, context.target)
    if ('refusal' in state) throw new RefusedError(state.refusal)
    const { tip, commits } = await revertAll(context, landed, state.tip, tasks)
    await requirePassing(context, tip, state.tip)
    const where = await withoutPrivate(context, landed, state)
    const result = await tryLand(context, tip.commit, where)
    if (result.kind === 'again') continue
    if (!result.done) throw new RefusedError(result.message ?? `${context.target} was not moved`)
    const message =
      where === state ? result.message : `${result.message}; it was not pushed: ${toPrivateReason(state)}`
    return { message, commits }
  }
  throw new RefusedError(
    `${context.target} kept moving while the revert was tested; nothing was changed. Try again`,
  )
}

/** A remote gets a revert only if it has the reverted commits, and if no unpushed commits of the user would go along. */
async function withoutPrivate(
  { repository }: RunContext,
  landed: ObjectId,
  state: TargetState,
): Promise<TargetState> {
  const { local, remote } = state
  if (remote === undefined) return state
  const { id } = remote
  const isPushed = async (commit: ObjectId) => id !== undefined && (await isAncestor(repository, commit, id))
  return (await isPushed(landed)) && (await isPushed(local)) ? state : { ...state, remote: undefined }
}

function toPrivateReason({ remote }: TargetState): string {
  const at = remote === undefined ? 'the remote' : `${remote.at.remote}/${remote.at.branch}`
  return `${at} lacks commits that it had before`
}

async function revertAll(
  context: RunContext,
  landed: ObjectId,
  target: ObjectId,
  tasks: ReadonlySet<TaskId>,
): Promise<{ tip: Tip; commits: ObjectId[] }> {
  const { repository, control, run } = context
  const commits: ObjectId[] = []
  const merger = await Merger.openWithoutRenames(control, target)
  try {
    let tip = target
    const reverted = await listReverted(control, { since: landed, tip: target })
    const chain = await readChain(repository, landed, run)
    const links = chain.filter(link => tasks.has(link.task) && !reverted.has(link.commit))
    for (const { task, commit, isMerge } of links) {
      const title = context.plan.tasks.find(({ id }) => id === task)?.title ?? task
      const message = `Revert task ${toTaskName({ id: task, title })}\n\nThis reverts ${isMerge ? 'the merge' : 'commit'} ${commit}.`
      const revert = await revertMerge(repository, merger, {
        tip,
        merge: commit,
        message,
        trailers: toTrailers(context, task),
      })
      if (revert.kind === 'conflicted') throw conflictError(task, toCommand(commit, isMerge), revert.paths)
      tip = revert.commit
      commits.push(tip)
    }
    return { tip: await readTip(context, tip), commits }
  } finally {
    merger.close()
  }
}

function toCommand(commit: ObjectId, isMerge: boolean): string {
  return `git revert ${isMerge ? '-m 1 ' : ''}${commit.slice(0, 12)}`
}

function conflictError(task: TaskId, command: string, paths: readonly string[]): RefusedError {
  return new RefusedError(
    `${task} cannot be reverted by itself: later changes touch ${paths.join(', ')}\nby hand: ${command}`,
  )
}

/** The tests must pass without the tasks, except for failures that exist with them as well. */
async function requirePassing(context: RunContext, tip: Tip, before: ObjectId): Promise<void> {
  const tester = new TreeTester(context, {
    control: context.control,
    verdicts: new VerdictStore(context),
    base: undefined,
  })
  try {
    const verdict = await tester.test({ tip, what: `${context.target} with the revert`, repetition: 0 })
    if (verdict.kind === 'passed') return
    if (verdict.kind === 'stopped') throw new RefusedError('stopped; nothing was changed')
    const request = { tip: await readTip(context, before), what: `${context.target} as it is`, repetition: 0 }
    if (!failedBefore(verdict, await tester.test(request))) {
      throw new RefusedError(`nothing was changed: without these tasks, ${verdict.reason}`)
    }
    const text = `the tests fail on ${context.target} with and without these tasks: ${verdict.reason}`
    context.emit({ kind: 'notice', text })
  } finally {
    await tester.forgetFailures()
    await tester.close()
  }
}

/** Whether all failures existed before. If single tests are unknown, a failing test that failed before counts. */
function failedBefore({ failed, isBroken }: FailedVerdict, before: TestVerdict): boolean {
  if (before.kind !== 'failed') return false
  const known = before.isBroken ? null : before.failed
  if (known === null) return true
  return failed !== null && !isBroken && failed.every(test => known.includes(test))
}
