import { ArtifactsTransport } from '../commands/transport/artifacts-transport.ts'
import { RefsTransport } from '../commands/transport/refs-transport.ts'
import type { Transport } from '../commands/transport/transport.ts'
import type { Repository } from '../git/open-repository.ts'
import { openArtifactStore } from './artifact-store.ts'
import type { Job } from './job.ts'
import type { JobRun } from './job-run.ts'
import { requireRemoteAccess } from './remote-access.ts'

/** How this job exchanges its run with others: by refs where it may push, else by artifacts. */
export async function openTransport(
  job: Job,
  repository: Repository,
  { run, attempt, base }: JobRun,
): Promise<Transport> {
  if (job.inputs.push)
    return new RefsTransport({ repository, run, attempt, access: requireRemoteAccess(job, repository) })
  const artifacts = await openArtifactStore(job.env)
  return new ArtifactsTransport({ repository, run, attempt, start: base, artifacts })
}
