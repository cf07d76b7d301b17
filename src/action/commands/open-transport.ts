import type { Repository } from '../../git/repository/open-repository.ts'
import { ArtifactsTransport } from '../../jobs/transport/artifacts-transport.ts'
import { RefsTransport } from '../../jobs/transport/refs-transport.ts'
import type { Transport } from '../../jobs/transport/transport.ts'
import { openArtifactStore } from '../artifacts/artifact-store.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import type { Step } from '../step/step.ts'
import type { PlannedRun } from './planned-run.ts'

/** How this job exchanges its run with others: by refs where it may push, else by artifacts. */
export async function openTransport(
  step: Step,
  repository: Repository,
  { run, attempt, base }: PlannedRun,
): Promise<Transport> {
  if (step.inputs.push)
    return new RefsTransport({ repository, run, attempt, access: requireRemoteAccess(step, repository) })
  const artifacts = await openArtifactStore(step.env)
  return new ArtifactsTransport({ repository, run, attempt, start: base, artifacts })
}
