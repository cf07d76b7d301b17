import { isAncestor } from '../../git/agent-work/import-commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryFetchObjects } from '../../git/remote/fetch-refs.ts'
import { pushUpdates, toPushProblem } from '../../git/remote/push-refs.ts'
import { readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
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

/** Moves the target at the remote to the tested result, if that was built on all of it: nothing else was tested. */
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
  if (from !== base) {
    const isThere = from === tip || (await tryFetchObjects(repository, access, [ref])) === undefined
    if (!isThere) return toMoved(target, base, from)
    if (from === tip || (await isAncestor(repository, tip, from))) return toDone(target)
    if (!(await isBuiltOn(repository, { base, from, tip }))) return toMoved(target, base, from)
  }
  const { refused } = await pushUpdates(repository, access, [{ ref, from, to: tip }])
  const [refusal] = refused
  return refusal === undefined
    ? toDone(target)
    : { done: false, message: `${target} was not moved to the result: ${toPushProblem(refusal)}` }
}

/** A target that was moved back to before the base lacks commits that the result would bring back. */
async function isBuiltOn(
  repository: Repository,
  { base, from, tip }: { readonly base: ObjectId; readonly from: ObjectId; readonly tip: ObjectId },
): Promise<boolean> {
  return (await isAncestor(repository, base, from)) && (await isAncestor(repository, from, tip))
}

/** The commit to merge a run's branches onto, so that the result can land: the tip of the target, if the base is still part of it. */
export async function findLandingBase(
  { repository, access }: Pick<Placing, 'repository' | 'access'>,
  target: string,
  base: ObjectId,
): Promise<ObjectId> {
  const ref = `refs/heads/${target}`
  const remote = await readRemoteRefs(repository, access, [ref])
  const tip = remote.kind === 'read' ? remote.refs.get(ref) : undefined
  if (tip === undefined || tip === base) return base
  if ((await tryFetchObjects(repository, access, [ref])) !== undefined) return base
  return (await isAncestor(repository, base, tip)) ? tip : base
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
