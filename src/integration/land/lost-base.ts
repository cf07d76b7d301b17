import { isAncestor } from '../../git/agent-work/import-commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryGit } from '../../git/process/run-git.ts'
import { tryMergeBase } from '../../git/refs/containment.ts'
import { listReflog } from '../../git/refs/reflog.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { TargetState } from './read-target.ts'

type Site = Pick<RunContext, 'repository' | 'base' | 'target'>

/**
 * Commits that the run builds on and that its target no longer has (after `commit --amend`, `reset`, a forced push): merging a
 * branch of the run would bring them back. Undefined: none.
 */
export async function tryLostBase(context: Site, state: TargetState): Promise<string | undefined> {
  const { repository, base, target } = context
  if (!(await isAncestor(repository, base, state.tip)))
    return describeLostBase(context, target, state.tip, base)
  const { local, remote } = state
  const now = { where: target, ref: `refs/heads/${target}`, id: local }
  if (remote?.id === undefined) return undefined
  const { at, id } = remote
  const there = { where: `${at.remote}/${at.branch}`, ref: `refs/remotes/${at.remote}/${at.branch}`, id }
  return (await tryDropped(context, now)) ?? tryDropped(context, there)
}

interface Branch {
  /** For people. */
  readonly where: string
  readonly ref: string
  readonly id: ObjectId
}

/** What the run is built on and a branch once had, by its reflog. */
async function tryDropped(context: Site, { where, ref, id }: Branch): Promise<string | undefined> {
  const { repository, base } = context
  if (await isAncestor(repository, base, id)) return undefined
  for (const had of await listReflog(repository, ref)) {
    const common = await tryMergeBase(repository, had, base)
    if (common === undefined || (await isAncestor(repository, common, id))) continue
    return describeLostBase(context, where, id, common)
  }
  return undefined
}

/** The same for the local target only, without asking a server. */
export async function tryLostBaseLocally(context: Site): Promise<string | undefined> {
  const { repository, base, target } = context
  const ref = `refs/heads/${target}`
  const isGone = (await repository.objects.readInfo(ref)) === undefined
  if (isGone || (await isAncestor(repository, base, ref))) return undefined
  return describeLostBase(context, target, ref, base)
}

const mostNamed = 3

async function describeLostBase(
  { repository, target }: Site,
  where: string,
  now: string,
  lost: ObjectId,
): Promise<string> {
  const log = ['log', '--format=%s', lost, `^${now}`]
  const subjects = (await tryGit(repository.place, log)).stdout.split('\n').filter(line => line !== '')
  const named = listSome(
    subjects.map(subject => `"${subject}"`),
    mostNamed,
  )
  return `${where} no longer contains ${lost.slice(0, 12)}, which this run is built on: merging its branches would bring back ${named}. To redo the tasks on the current ${target}: "parallel-agents run <plan> --new"`
}
