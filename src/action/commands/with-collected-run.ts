import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { CollectedRun } from '../../jobs/collect/collected-run.ts'
import type { Exchange } from '../../jobs/publish/exchange.ts'
import { toRunLog } from '../output/run-log.ts'
import { loadPlannedRun } from '../planned/load-planned-run.ts'
import type { Step } from '../step/step.ts'
import { openExchange } from './open-link.ts'

/** Opens the run for a job without tasks, and its exchange with other jobs, for a piece of work. */
export async function withCollectedRun<T>(
  step: Step,
  repository: Repository,
  work: (collected: CollectedRun, exchange: Exchange) => Promise<T>,
): Promise<T> {
  const { env, log, signal } = step
  const run = await loadPlannedRun(step, repository)
  const exchange = await openExchange(step, repository)
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'parallel-agents-'))
  try {
    return await work({ ...run, repository, folder, signal, emit: toRunLog(log, run.plan) }, exchange)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
