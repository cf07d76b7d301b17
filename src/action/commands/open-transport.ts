import type { Repository } from '../../git/repository/open-repository.ts'
import { ArtifactsTransport } from '../../jobs/transport/artifacts-transport.ts'
import { RefsTransport } from '../../jobs/transport/refs-transport.ts'
import type { Transport } from '../../jobs/transport/transport.ts'
import { openArtifactStore } from '../artifacts/artifact-store.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import type { Job } from '../job/job.ts'
import type { JobRun } from './job-run.ts'

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
