import { chooseTaken, toTakenText } from '../../commands/branches/free-names.ts'
import { readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { RunId } from '../../run/run-id.ts'
import { tryRemoteAccess } from '../github/remote-access.ts'
import type { Step } from '../step/step.ts'

export interface NamedRun {
  readonly run: RunId
  readonly plan: Plan
}

/** Refuses branches that already exist at the remote, before any agent costs money. An unreachable remote is ignored. */
export async function requireFreeRemoteNames(
  step: Step,
  repository: Repository,
  { run, plan }: NamedRun,
): Promise<void> {
  const access = plan.branch === undefined ? undefined : tryRemoteAccess(step, repository)
  if (access === undefined || plan.branch === undefined) return
  const remote = await readRemoteRefs(repository, access, ['refs/heads/*'])
  const taken = remote.kind === 'read' ? chooseTaken(run, plan, new Set(remote.refs.keys())) : []
  if (taken.length > 0)
    throw new RefusedError(`nothing was started: ${toTakenText(taken, plan.branch, access.remote)}`)
}
