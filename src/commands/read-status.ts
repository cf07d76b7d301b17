import { openAgentReader } from '../agents/agent-start.ts'
import { readTail } from '../agents/process/log-file.ts'
import { ProgressFollower } from '../agents/process/progress-file.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Agent, Plan, Task } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { Report } from '../model/report.ts'
import type { RunEvent } from '../model/run-event.ts'
import { readStoredPlan } from '../plan/schema/stored-plan.ts'
import { emptyState, type LiveState, withEvent } from '../report/terminal/live-state.ts'
import { tryReadAttemptRecord } from '../run/attempt-record.ts'
import { requireRun } from '../run/opening/claim-run.ts'
import { type LockHolder, tryReadHolder } from '../run/opening/run-lock.ts'
import type { RunId } from '../run/run-id.ts'
import { readJournal } from '../run/run-journal.ts'
import { findRunPaths } from '../run/run-paths.ts'
import { openStore, type RunStore } from '../run/run-store.ts'
import { readForecastRecord } from '../tasks/forecast/forecast-record.ts'

/** The part of a log that is searched for the agent's last activity. */
const tailBytes = 1 << 18

/** The state of a run, as known to this clone. */
export type RunStatus =
  | { readonly kind: 'finished'; readonly report: Report }
  | { readonly kind: 'running'; readonly state: LiveState; readonly holder: LockHolder }
  | { readonly kind: 'interrupted'; readonly state: LiveState }

export async function readStatus(repository: Repository, name: string | undefined): Promise<RunStatus> {
  const run = await requireRun(repository, name)
  const store = await openStore(repository, run)
  const holder = await tryReadHolder(repository, run)
  const report = await store.readReport()
  if (holder === undefined && report !== undefined) return { kind: 'finished', report }
  const state = await readLiveState(repository, run, store)
  if (holder !== undefined) return { kind: 'running', state, holder }
  return { kind: 'interrupted', state: { ...state, isOver: true } }
}

/** The stored plan of a run, validated. */
export async function readPlanOf(store: RunStore): Promise<Plan> {
  const text = await store.readPlanText()
  if (text === undefined) throw new RefusedError(`run ${store.run} has no readable plan`)
  return readStoredPlan(text).plan
}

/** The state of a run without a report, from refs and files. */
async function readLiveState(repository: Repository, run: RunId, store: RunStore): Promise<LiveState> {
  const plan = await readPlanOf(store)
  const { name, tasks, maxParallel } = plan
  const started: RunEvent = { kind: 'run-started', run, plan: name, tasks, maxParallel, resumed: false }
  let state = withEvent(emptyState, started, toStartOf(run))
  const journal = readJournal(findRunPaths(repository, run).journal)
  for (const { event, at } of journal) state = withEvent(state, event, at)
  for (const task of tasks) {
    const hasStarted = state.tasks.get(task.id)?.startedAt !== undefined
    for (const [event, at] of await readTaskEvents({ repository, store, plan, task, hasStarted }))
      state = withEvent(state, event, at)
  }
  for (const event of await readForecastEvents(repository, run)) state = withEvent(state, event, Date.now())
  return state
}

async function readForecastEvents(repository: Repository, run: RunId): Promise<RunEvent[]> {
  const { conflicts, waits } = await readForecastRecord(findRunPaths(repository, run).forecast)
  return [
    ...waits.map(wait => ({ kind: 'serialized', ...wait }) as const),
    { kind: 'forecast', conflicts, appeared: conflicts, vanished: [] },
  ]
}

/** A run's id begins with its start in UTC. */
function toStartOf(run: RunId): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(run) ?? []
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

interface TaskReading {
  readonly repository: Repository
  readonly store: RunStore
  readonly plan: Plan
  readonly task: Task
  /** Whether the journal has its start. */
  readonly hasStarted: boolean
}

/** Events derived for a task, with times in milliseconds since 1970. */
async function readTaskEvents(reading: TaskReading): Promise<[RunEvent, number][]> {
  const { repository, store, plan, task, hasStarted } = reading
  const result = await store.readResult(task.id)
  // A parked task may have been started again: its result stays until the next one.
  const isResumed = result?.outcome === 'parked' && hasStarted
  if (result !== undefined && !isResumed) return [[{ kind: 'task-ended', task: task.id, result }, 0]]
  const paths = findRunPaths(repository, store.run)
  const record = tryReadAttemptRecord(paths.task(task.id).attempt)
  if (record === undefined) return []
  const at = Date.parse(record.attemptStartedAt)
  const reader = openAgentReader(plan.agents[task.agent] as Agent)
  const lines = readTail(paths.log(task.id), record.logOffset, tailBytes)
  const activity = lines.map(line => reader.take(line)).findLast(text => text !== undefined)
  const starts: [RunEvent, number][] = [
    [{ kind: 'task-started', task: task.id, attempts: task.retries + 1 }, Date.parse(record.startedAt)],
    [{ kind: 'attempt-started', task: task.id, attempt: record.attempt }, at],
  ]
  return [
    ...(hasStarted ? [] : starts),
    [{ kind: 'progress', task: task.id, ...new ProgressFollower(paths.task(task.id).progress).read() }, at],
    ...(activity === undefined
      ? []
      : [[{ kind: 'activity', task: task.id, text: activity }, at] satisfies [RunEvent, number]]),
  ]
}
