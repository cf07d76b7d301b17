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

/** `own`: it has the result of this run. `newer`: it has that of a newer run. `foreign`: it is not this run's to move. */
export type LivingBranchState = 'own' | 'newer' | 'foreign'

/** Moves it, only from an earlier run's result: other commits belong to people. */
export async function placeLivingBranch(
  placing: Placing,
  ref: string,
  to: ObjectId,
): Promise<LivingBranchState> {
  const { repository, access } = placing
  const remote = await readRemoteRefs(repository, access, [ref])
  if (remote.kind === 'unreachable') return 'foreign'
  const from = remote.refs.get(ref)
  if (from === to) return 'own'
  const author = from === undefined ? 'earlier' : await readAuthor(placing, ref, from)
  if (author !== 'earlier') return author
  const { arrived } = await pushUpdates(repository, access, [{ ref, from, to }])
  return arrived.length > 0 ? 'own' : 'foreign'
}

/** Its state, without moving it. */
export async function readLivingBranch(
  placing: Placing,
  ref: string,
  at: ObjectId,
): Promise<LivingBranchState> {
  const remote = await readRemoteRefs(placing.repository, placing.access, [ref])
  const tip = remote.kind === 'read' ? remote.refs.get(ref) : undefined
  if (tip === undefined) return 'foreign'
  if (tip === at) return 'own'
  return (await readAuthor(placing, ref, tip)) === 'newer' ? 'newer' : 'foreign'
}

/** Ids of runs sort by time: a publication that is repeated, or late, must not undo a newer run's. */
async function readAuthor(
  { repository, access, run }: Placing,
  ref: string,
  id: ObjectId,
): Promise<'earlier' | 'newer' | 'foreign'> {
  if ((await tryFetchObjects(repository, access, [ref])) !== undefined) return 'foreign'
  const object = await repository.objects.read(id)
  if (object?.type !== 'commit') return 'foreign'
  const other = tryBringingRun(readCommitText(String(object.content)))
  if (other === undefined) return 'foreign'
  return other <= run ? 'earlier' : 'newer'
}
