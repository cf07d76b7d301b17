import type { Repository } from '../git/repository/open-repository.ts'
import type { ForecastConflict } from '../model/forecast-conflict.ts'
import { type ConflictStory, toConflictStories } from '../report/text/conflict-stories.ts'
import { openStore } from '../run/run-store.ts'
import { readPlanOf, readStatus } from './read-status.ts'

export interface RunConflicts {
  readonly run: string
  readonly conflicts: readonly ConflictStory[]
  /** Forecast conflicts of an unfinished run. */
  readonly coming: readonly ForecastConflict[]
}

/** All known facts about the conflicts of a run. */
export async function readConflicts(
  repository: Repository,
  name: string | undefined,
  program: string,
): Promise<RunConflicts> {
  const status = await readStatus(repository, name)
  if (status.kind !== 'finished')
    return { run: status.state.run, conflicts: [], coming: status.state.forecast }
  const { report } = status
  const plan = await readPlanOf(await openStore(repository, report.run))
  const prompts = new Map(plan.tasks.map(({ id, prompt }) => [id, prompt]))
  return { run: report.run, conflicts: toConflictStories(report, prompts, program), coming: [] }
}
