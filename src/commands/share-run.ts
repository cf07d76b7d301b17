import { listRefs } from '../git/refs/refs.ts'
import { tryFetchRefs } from '../git/remote/fetch-refs.ts'
import { pushRefs, type RefsPush } from '../git/remote/push-refs.ts'
import type { RemoteAccess } from '../git/remote/remote-access.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { RunId } from '../run/run-id.ts'
import { branchRefs, stateRefs, toRunRefs } from '../run/run-refs.ts'

/** Pushes all that is known of a run: its branches, results, kept work, the ends of its logs, its report. */
export async function pushRun(repository: Repository, run: RunId, access: RemoteAccess): Promise<RefsPush> {
  const { lock } = toRunRefs(run) // says who works on it on this machine
  const refs = await listRefs(repository, [`${branchRefs}${run}`, `${stateRefs}${run}`])
  return pushRefs(
    repository,
    access,
    refs.filter(ref => ref.name !== lock),
  )
}

/** Fetches all that a remote knows of a run. Answers with why it failed. */
export function tryFetchRun(
  repository: Repository,
  run: RunId,
  access: RemoteAccess,
): Promise<string | undefined> {
  return tryFetchRefs(repository, access, [`${branchRefs}${run}/*`, `${stateRefs}${run}/*`])
}
