import { tryBringingRun } from '../../git/merge/chain.ts'
import { readCommitText } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryFetchObjects } from '../../git/remote/fetch-refs.ts'
import { pushUpdates } from '../../git/remote/push-refs.ts'
import { readRemoteRefs } from '../../git/remote/remote-access.ts'
import { branchRefs } from '../../run/run-refs.ts'
import type { Placing } from './place-refs.ts'

/**
 * The branch of the one pull request for a plan and a target: every run of the plan moves it to its own result, so that the pull
 * request stays the same. No run has this name.
 */
export function toLivingRef(planName: string, subject: string): string {
  const words = planName.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const slug = words.join('-').slice(0, 40).replace(/-$/, '')
  return `${branchRefs}results/${[slug, subject.slice(0, 8)].filter(part => part !== '').join('-')}`
}

/** Moves it, only from an earlier run's result: other commits belong to people. Returns whether it has the new result. */
export async function placeLivingBranch(placing: Placing, ref: string, to: ObjectId): Promise<boolean> {
  const { repository, access } = placing
  const remote = await readRemoteRefs(repository, access, [ref])
  if (remote.kind === 'unreachable') return false
  const from = remote.refs.get(ref)
  if (from === to) return true
  if (from !== undefined && !(await isEarlierResult(placing, ref, from))) return false
  const { arrived } = await pushUpdates(repository, access, [{ ref, from, to }])
  return arrived.length > 0
}

/** Whether it already has this commit, without moving it. */
export async function isLivingBranchAt(
  { repository, access }: Placing,
  ref: string,
  at: ObjectId,
): Promise<boolean> {
  const remote = await readRemoteRefs(repository, access, [ref])
  return remote.kind === 'read' && remote.refs.get(ref) === at
}

/** Ids of runs sort by time: repeating a publication must not undo a newer run's. */
async function isEarlierResult(
  { repository, access, run }: Placing,
  ref: string,
  id: ObjectId,
): Promise<boolean> {
  if ((await tryFetchObjects(repository, access, [ref])) !== undefined) return false
  const object = await repository.objects.read(id)
  if (object?.type !== 'commit') return false
  const other = tryBringingRun(readCommitText(String(object.content)))
  return other !== undefined && other <= run
}
