import type { Repository } from '../git/repository/open-repository.ts'
import type { Report } from '../model/report.ts'
import { listRuns } from '../run/opening/claim-run.ts'
import { tryReadHolder } from '../run/opening/run-lock.ts'
import type { RunId } from '../run/run-id.ts'
import { openStore } from '../run/run-store.ts'

/** One line about a run. */
export interface RunLine {
  readonly run: RunId
  readonly status: Report['status'] | 'running' | 'interrupted'
  readonly plan: string | null
  readonly landed: number | null
  readonly tasks: number | null
}

/** All runs known to this clone, the latest first. */
export async function listStatus(repository: Repository): Promise<RunLine[]> {
  const runs = await listRuns(repository)
  return Promise.all(runs.map(run => readRunLine(repository, run)))
}

async function readRunLine(repository: Repository, run: RunId): Promise<RunLine> {
  const report = await (await openStore(repository, run)).readReport()
  const held = (await tryReadHolder(repository, run)) !== undefined
  const tasks = Object.values(report?.tasks ?? {})
  return {
    run,
    status: held ? 'running' : (report?.status ?? 'interrupted'),
    plan: report?.plan ?? null,
    landed: report === undefined ? null : tasks.filter(task => task.landing === 'landed').length,
    tasks: report === undefined ? null : tasks.length,
  }
}
