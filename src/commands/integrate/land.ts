import { findConfigChanges } from '../../git/config-guard.ts'
import { isAncestor } from '../../git/import-commits.ts'
import type { ObjectId } from '../../git/objects.ts'
import { tryResolve } from '../../git/refs.ts'
import { fetchBranch, pushBranch, type RemoteBranch, tryRemoteBranch } from '../../git/remote.ts'
import { moveTarget } from '../../git/target.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { TaskResult } from '../../report/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import { type Integrated, integrate } from './integrate.ts'

/** What became of the tested result. */
export interface Landed {
  /** The result that counts: made anew when the target had moved. */
  readonly integrated: Integrated
  readonly done: boolean
  readonly message: string | null
}

/** Where the target is now, here and at its remote. */
export interface TargetState {
  readonly tip: ObjectId
  readonly local: ObjectId
  readonly remote: { readonly at: RemoteBranch; readonly id: ObjectId | undefined } | undefined
}

type Round =
  | { readonly kind: 'again' }
  | { readonly kind: 'ended'; readonly done: boolean; readonly message: string | null }

/** Moves the target to exactly the tested result. If it has moved meanwhile: merges and tests again, a limited number of times. */
export async function land(
  context: RunContext,
  first: Integrated,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Landed> {
  let integrated = first
  for (let round = 1; round <= context.plan.integration.landRounds; round++) {
    const state = await readTarget(context)
    if ('refusal' in state) return { integrated, done: false, message: state.refusal }
    if (state.tip !== integrated.base) integrated = await integrate(context, state.tip, results)
    if (!hasLanded(integrated))
      return { integrated, done: false, message: integrated.trouble ?? 'there is nothing to land' }
    const result = await tryLand(context, integrated.tip.commit, state)
    if (result.kind === 'ended') return { integrated, done: result.done, message: result.message }
  }
  const rounds = context.plan.integration.landRounds
  return {
    integrated,
    done: false,
    message: `${context.target} moved ${rounds} times while its new state was tested`,
  }
}

function hasLanded({ landings, trouble }: Integrated): boolean {
  return trouble === null && [...landings.values()].some(({ landing }) => landing === 'landed')
}

export async function readTarget({
  repository,
  harness,
  target,
}: RunContext): Promise<TargetState | { refusal: string }> {
  const changed = await findConfigChanges(repository)
  if (changed.length > 0) {
    return {
      refusal: `the git configuration was changed during the run (${changed.join(', ')}): look at it, then land by yourself`,
    }
  }
  const local = await tryResolve(repository, `refs/heads/${target}`)
  if (local === undefined) return { refusal: `the branch ${target} is gone` }
  const at = tryRemoteBranch(repository, target)
  if (at === undefined) return { tip: local, local, remote: undefined }
  const id = await fetchBranch(repository, at)
  const remote = { at, id }
  if (id === undefined || id === local || (await isAncestor(harness, id, local)))
    return { tip: local, local, remote }
  if (await isAncestor(harness, local, id)) return { tip: id, local, remote }
  return {
    refusal: `${target} and ${at.remote}/${at.branch} have diverged: bring them together, then run "parallel-agents merge"`,
  }
}

export async function tryLand(
  context: RunContext,
  to: ObjectId,
  { local, remote }: TargetState,
): Promise<Round> {
  const { repository, target } = context
  if (remote !== undefined && remote.id !== to) {
    const push = await pushBranch(repository, remote.at, { from: remote.id, to })
    if (push.kind === 'moved') return { kind: 'again' }
    if (push.kind === 'refused')
      return { kind: 'ended', done: false, message: `the push was refused: ${push.reason}` }
  }
  const where = remote === undefined ? target : `${remote.at.remote}/${remote.at.branch}`
  if (local === to) return { kind: 'ended', done: true, message: `${where} is at the result` }
  const move = await moveTarget(repository, target, { from: local, to })
  if (move.kind === 'moved-to-result')
    return { kind: 'ended', done: true, message: `${where} was moved to the result` }
  if (remote !== undefined) {
    const why = move.kind === 'refused' ? move.reason : 'it has moved meanwhile'
    return {
      kind: 'ended',
      done: true,
      message: `${where} was moved to the result; the local ${target} was not: ${why}`,
    }
  }
  return move.kind === 'refused'
    ? { kind: 'ended', done: false, message: `${target} was not moved: ${move.reason}` }
    : { kind: 'again' }
}
