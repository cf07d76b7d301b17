import { isAncestor } from '../../git/agent-work/import-commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryFetchObjects } from '../../git/remote/fetch-refs.ts'
import { pushUpdates, toPushProblem } from '../../git/remote/push-refs.ts'
import { readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Placing } from './place-refs.ts'

export interface TargetLanding {
  readonly target: string
  readonly base: ObjectId
  readonly tip: ObjectId
}

export interface LandedOnTarget {
  readonly done: boolean
  readonly message: string
}

/** Moves the target at the remote to the tested result, if it is still the run's base: nothing else was tested. */
export async function landOnTarget(
  { repository, access }: Placing,
  { target, base, tip }: TargetLanding,
): Promise<LandedOnTarget> {
  const ref = `refs/heads/${target}`
  const remote = await readRemoteRefs(repository, access, [ref])
  if (remote.kind === 'unreachable')
    return { done: false, message: `${target} cannot be read: ${remote.reason}` }
  const from = remote.refs.get(ref)
  if (from === undefined) return { done: false, message: `there is no branch ${target}` }
  if (from !== base)
    return (await contains({ repository, access }, ref, from, tip))
      ? toDone(target)
      : toMoved(target, base, from)
  const { refused } = await pushUpdates(repository, access, [{ ref, from, to: tip }])
  const [refusal] = refused
  return refusal === undefined
    ? toDone(target)
    : { done: false, message: `${target} was not moved to the result: ${toPushProblem(refusal)}` }
}

async function contains(
  { repository, access }: Pick<Placing, 'repository' | 'access'>,
  ref: string,
  commit: ObjectId,
  tip: ObjectId,
): Promise<boolean> {
  if (commit === tip) return true
  if ((await tryFetchObjects(repository, access, [ref])) !== undefined) return false
  return isAncestor(repository, tip, commit)
}

function toDone(target: string): LandedOnTarget {
  return { done: true, message: `${target} has the result` }
}

function toMoved(target: string, base: ObjectId, from: ObjectId): LandedOnTarget {
  return {
    done: false,
    message: `${target} has moved since the run started (${base.slice(0, 12)} → ${from.slice(0, 12)}), and that state was not tested: merge the integration branch by hand, or start a new run`,
  }
}
