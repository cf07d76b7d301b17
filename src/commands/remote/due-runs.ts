import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { listRuns } from '../../run/opening/claim-run.ts'
import type { RunId } from '../../run/run-id.ts'
import { openStore } from '../../run/run-store.ts'
import { withRemoteRefs } from './remote-runs.ts'

/** A pushed run that can continue: all quotas that it waits for have reset. */
export interface DueRun {
  readonly run: RunId
  /** Its parked and stopped tasks; none if only its integration waited. */
  readonly tasks: readonly TaskId[]
}

/**
 * The pushed run that has been due for the longest time; undefined: none is.
 *
 * @param now In milliseconds since 1970.
 */
export function findDueRun(
  repository: Repository,
  access: RemoteAccess,
  now: number,
): Promise<DueRun | undefined> {
  return withRemoteRefs(repository, access, async mirror => {
    const due: (DueRun & { readonly since: number })[] = []
    for (const run of await listRuns(mirror)) {
      const report = await (await openStore(mirror, run)).readReport()
      if (report === undefined) continue
      const parked = listParked(report)
      const times = [
        ...parked.map(({ at }) => at),
        ...(report.retryAt === null ? [] : [Date.parse(report.retryAt)]),
      ]
      const since = Math.max(...times)
      if (times.length > 0 && since <= now) due.push({ run, since, tasks: listUndone(report) })
    }
    return due.sort((a, b) => a.since - b.since)[0]
  })
}

function listUndone({ tasks }: Report): TaskId[] {
  return Object.entries(tasks).flatMap(([id, { outcome, rolledBack }]) =>
    (outcome === 'parked' || outcome === 'cancelled') && !rolledBack ? [id] : [],
  )
}

/** The tasks that wait for a quota, and until when. */
function listParked({ tasks }: Report): { readonly task: TaskId; readonly at: number }[] {
  return Object.entries(tasks).flatMap(([task, { outcome, retryAt, rolledBack }]) =>
    outcome === 'parked' && retryAt !== null && !rolledBack ? [{ task, at: Date.parse(retryAt) }] : [],
  )
}
