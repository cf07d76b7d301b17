import type { ObjectId } from '../../git/objects/objects.ts'
import { pushUpdates, toPushProblem } from '../../git/remote/push-refs.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { integrate } from '../integrate.ts'
import { hasLanded, type Integrated } from '../integrated.ts'
import { tryLostBase } from './lost-base.ts'
import { moveNoted } from './noted-move.ts'
import { readTarget, type TargetState } from './read-target.ts'

/** The delivery of the tested result. */
export interface Landed {
  /** The final result: rebuilt if the target had moved. */
  readonly integrated: Integrated
  readonly done: boolean
  /** Whether it is built on commits that the target no longer has. */
  readonly isObsolete?: boolean
  readonly message: string | null
}

type Round =
  | { readonly kind: 'again' }
  | { readonly kind: 'ended'; readonly done: boolean; readonly message: string | null }

/** Moves the target to exactly the tested result. If it has moved, merges and tests again, a limited number of times. */
export async function land(
  context: RunContext,
  first: Integrated,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Landed> {
  let integrated = first
  for (let round = 1; round <= context.plan.integration.landRounds; round++) {
    const state = await readTarget(context.repository, context.target)
    if ('refusal' in state) return { integrated, done: false, message: state.refusal }
    const lostBase = await tryLostBase(context, state)
    if (lostBase !== undefined) return { integrated, done: false, isObsolete: true, message: lostBase }
    if (state.tip !== integrated.base) {
      const again = await integrate(context, state.tip, results)
      integrated = { ...again, testRuns: integrated.testRuns + again.testRuns }
    }
    if (integrated.problem !== null || !hasLanded(integrated))
      return { integrated, done: false, message: integrated.problem ?? 'there is nothing to land' }
    const result = await tryLand(context, integrated.tip.commit, state)
    if (result.kind === 'ended') return { integrated, done: result.done, message: result.message }
  }
  const rounds = context.plan.integration.landRounds
  return {
    integrated,
    done: false,
    message: `${context.target} moved ${rounds} times while the result was tested`,
  }
}

export async function tryLand(context: RunContext, to: ObjectId, state: TargetState): Promise<Round> {
  const { target } = context
  const { local, remote } = state
  const pushed = await pushToRemote(context, to, state)
  if (pushed.kind !== 'pushed') return pushed
  const where = remote === undefined ? target : `${remote.at.remote}/${remote.at.branch}`
  if (local === to)
    return { kind: 'ended', done: true, message: `${where} is at the tested result${pushed.note}` }
  const move = await moveNoted(context, { from: local, to })
  const isNew = remote !== undefined && remote.id === undefined
  const moved = `${where}${isNew ? ', which did not exist, was created at' : ' now points to'} the tested result${pushed.note}`
  if (move.kind === 'moved-to-result') return { kind: 'ended', done: true, message: moved }
  const why = move.kind === 'refused' ? move.reason : 'it changed meanwhile'
  if (remote !== undefined)
    return { kind: 'ended', done: true, message: `${moved}; the local ${target} was not: ${why}` }
  return move.kind === 'refused'
    ? { kind: 'ended', done: false, message: `${target} was not moved: ${why}` }
    : { kind: 'again' }
}

/** `note`: what else to say about the push. */
async function pushToRemote(
  { repository }: RunContext,
  to: ObjectId,
  { remote }: TargetState,
): Promise<Round | { readonly kind: 'pushed'; readonly note: string }> {
  if (remote === undefined || remote.id === to) return { kind: 'pushed', note: '' }
  const update = { ref: `refs/heads/${remote.at.branch}`, from: remote.id, to }
  const access = { remote: remote.at.remote, settings: [] }
  const { arrived, refused } = await pushUpdates(repository, access, [update])
  const [refusal] = refused
  if (refusal?.kind === 'moved') return { kind: 'again' }
  if (refusal !== undefined) return { kind: 'ended', done: false, message: toPushProblem(refusal) }
  const missed = arrived[0]?.missed
  const note = missed === undefined ? '' : ` (another push URL of ${remote.at.remote} refused it: ${missed})`
  return { kind: 'pushed', note }
}
