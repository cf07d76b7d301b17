import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Exchange } from '../../jobs/publish/exchange.ts'
import type { RunJob } from '../../jobs/publish/run-job.ts'
import { openArtifactStore } from '../artifacts/artifact-store.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import type { Job } from '../job/job.ts'
import { toRunLog } from '../output/run-log.ts'
import { requireJobRun } from './job-run.ts'
import { loadJobPlan } from './load-job-plan.ts'

/** Opens the run of a job that does no task, and what jobs exchange it by, for as long as some work takes. */
export async function withRunJob<T>(
  job: Job,
  repository: Repository,
  work: (runJob: RunJob, exchange: Exchange) => Promise<T>,
): Promise<T> {
  const { env, log, signal } = job
  const run = await requireJobRun(job, repository, loadJobPlan(job, repository))
  const exchange = await openExchange(job, repository)
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'parallel-agents-'))
  try {
    return await work({ ...run, repository, folder, signal, emit: toRunLog(log, run.plan) }, exchange)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function openExchange(job: Job, repository: Repository): Promise<Exchange> {
  if (job.inputs.push) return { kind: 'refs', access: requireRemoteAccess(job, repository) }
  return { kind: 'artifacts', artifacts: await openArtifactStore(job.env), merged: job.inputs.merged }
}
