import { isAncestor } from '../../git/agent-work/import-commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryResolve } from '../../git/refs/refs.ts'
import { fetchBranch, type RemoteBranch, tryRemoteBranch } from '../../git/remote/remote.ts'
import { findConfigChanges } from '../../git/repository/config-guard.ts'
import type { Repository } from '../../git/repository/open-repository.ts'

/** The target's current state, here and at its remote. */
export interface TargetState {
  /** The newer of both. */
  readonly tip: ObjectId
  readonly local: ObjectId
  readonly remote: { readonly at: RemoteBranch; readonly id: ObjectId | undefined } | undefined
}

/** Asks the remote for the target. A refusal says why nothing can land there now, and what to do. */
export async function readTarget(
  repository: Repository,
  target: string,
): Promise<TargetState | { refusal: string }> {
  const at = tryRemoteBranch(repository, target)
  const changed = await findConfigChanges(repository, at?.remote)
  if (changed.length > 0) {
    const keys = changed.join(', ')
    return {
      refusal: `the git configuration was changed during the run (${keys}): check these settings; the next command will use them`,
    }
  }
  const local = await tryResolve(repository, `refs/heads/${target}`)
  if (local === undefined) return { refusal: `the branch ${target} is gone` }
  if (at === undefined) return { tip: local, local, remote: undefined }
  const fetch = await fetchBranch(repository, at)
  if (fetch.kind === 'unreachable') return { refusal: `${at.remote} cannot be reached: ${fetch.reason}` }
  const { id } = fetch
  const remote = { at, id }
  if (id === undefined || id === local || (await isAncestor(repository, id, local)))
    return { tip: local, local, remote }
  if (await isAncestor(repository, local, id)) return { tip: id, local, remote }
  return {
    refusal: `${target} and ${at.remote}/${at.branch} have diverged: reconcile them first ("git pull --rebase" or "git pull --no-rebase" on ${target})`,
  }
}
