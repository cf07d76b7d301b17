import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { Phase, RunEvent } from '../../model/run-event.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { Usage } from '../../model/usage.ts'
import { tryUsageOfTasks } from '../text/cost.ts'
import { toTimeOfDay } from '../text/duration.ts'

/** The state of a running run. Times in milliseconds since 1970. */
export interface LiveState {
  readonly run: string
  readonly plan: string
  readonly startedAt: number
  readonly maxParallel: number
  readonly tasks: ReadonlyMap<TaskId, LiveTask>
  /** Whether it was abandoned before its end. */
  readonly isOver: boolean
  /** Forecast conflicts. */
  readonly forecast: readonly ForecastConflict[]
  /** Steps after the tasks, newest last. */
  readonly integration: readonly LiveStep[]
}

/** A step of the integration. */
export interface LiveStep {
  readonly text: string
  /** Its start; undefined when it is over. */
  readonly since: number | undefined
}

export interface LiveTask {
  readonly task: Task
  readonly startedAt: number | undefined
  readonly phase: Phase | undefined
  readonly attempt: number
  readonly percent: number | null
  readonly message: string | null
  /** The last line of the agent's output. */
  readonly activity: string | undefined
  /** Why the last attempt was refused. */
  readonly refusal: string | undefined
  /** When it continues, while its agent's quota is used up; null: once a person has approved its plan. */
  readonly parkedUntil: string | null | undefined
  readonly usage: Usage | undefined
  readonly result: TaskResult | undefined
  readonly landing: 'merged' | 'conflicted' | 'held' | 'evicted' | undefined
}

export const emptyState: LiveState = {
  run: '',
  plan: '',
  startedAt: 0,
  maxParallel: 0,
  tasks: new Map(),
  isOver: false,
  forecast: [],
  integration: [],
}

/** The state after an event. */
export function withEvent(state: LiveState, event: RunEvent, now: number): LiveState {
  switch (event.kind) {
    case 'run-started':
      return toInitialState(event, now)
    case 'sleeping':
      return withStep(
        state,
        `the remaining tasks wait for quotas until ${toTimeOfDay(event.until, now)}`,
        now,
      )
    case 'notice':
    case 'waiting':
      return state
    case 'forecast':
      return { ...state, forecast: event.conflicts }
    case 'serialized':
      return withWait(state, event.task, event.behind)
    case 'tests-started':
      return withStep(state, `testing ${event.what} · run ${event.run}`, now)
    case 'tests-ended':
      return withStep(state, event.passed ? 'tests passed' : 'tests failed', undefined)
    case 'resolving':
      return withStep(state, `${event.agent} resolves conflicts of ${event.task}`, now)
    case 'merged':
      return withMergeCount(withTask(state, event.task, { landing: 'merged' }))
    case 'not-merged':
      return withMergeCount(withTask(state, event.task, { landing: event.landing }))
    case 'evicted':
      return withStep(withTask(state, event.task, { landing: 'evicted' }), `evicted ${event.task}`, undefined)
    default:
      return withTask(state, event.task, toTaskChange(event, now))
  }
}

type TaskEvent = Exclude<
  RunEvent,
  {
    kind:
      | 'run-started'
      | 'sleeping'
      | 'notice'
      | 'waiting'
      | 'forecast'
      | 'serialized'
      | 'tests-started'
      | 'tests-ended'
      | 'merged'
      | 'resolving'
      | 'not-merged'
      | 'evicted'
  }
>

function toTaskChange(event: TaskEvent, now: number): Partial<LiveTask> {
  switch (event.kind) {
    case 'task-started':
      return { startedAt: now, parkedUntil: undefined }
    case 'parked':
      return { startedAt: undefined, parkedUntil: event.until, phase: undefined, activity: undefined }
    case 'attempt-started':
      return { attempt: event.attempt, phase: 'agent', percent: null, message: null, activity: undefined }
    case 'phase':
      return { phase: event.phase }
    case 'usage':
      return { usage: event.usage }
    case 'activity':
      return { activity: event.text }
    case 'progress':
      return { percent: event.percent, message: event.message }
    case 'refused':
    case 'transient-error':
      return { refusal: event.reason }
    case 'task-ended':
      return { result: event.result, phase: undefined, usage: tryUsageOfTasks([event.result]) }
  }
}

function toInitialState(event: Extract<RunEvent, { kind: 'run-started' }>, now: number): LiveState {
  const { run, plan, maxParallel, tasks } = event
  const waiting = tasks.map((task): [TaskId, LiveTask] => [task.id, toWaiting(task)])
  return { ...emptyState, run, plan, startedAt: now, maxParallel, tasks: new Map(waiting) }
}

function toWaiting(task: Task): LiveTask {
  return {
    task,
    startedAt: undefined,
    phase: undefined,
    attempt: 1,
    percent: null,
    message: null,
    activity: undefined,
    parkedUntil: undefined,
    usage: undefined,
    refusal: undefined,
    result: undefined,
    landing: undefined,
  }
}

function withTask(state: LiveState, id: TaskId, change: Partial<LiveTask>): LiveState {
  const task = state.tasks.get(id)
  return task === undefined
    ? state
    : { ...state, tasks: new Map(state.tasks).set(id, { ...task, ...change }) }
}

/** The task with a further task that it comes after. */
function withWait(state: LiveState, id: TaskId, behind: TaskId): LiveState {
  const task = state.tasks.get(id)?.task
  return task === undefined
    ? state
    : withTask(state, id, { task: { ...task, after: [...task.after, behind] } })
}

/** A new step, which ends the previous one. */
function withStep(state: LiveState, text: string, since: number | undefined): LiveState {
  const before = state.integration.map(step => ({ ...step, since: undefined }))
  return { ...state, integration: [...before, { text, since }] }
}

const mergeCount = /^merged \d+ of \d+$/

/** The number of branches that were merged or failed to merge, out of all: one line that is updated. */
function withMergeCount(state: LiveState): LiveState {
  const candidates = [...state.tasks.values()].filter(({ result, landing }) => {
    return landing !== undefined || result?.outcome === 'succeeded'
  })
  const merged = candidates.filter(({ landing }) => landing === 'merged').length
  const others = state.integration.filter(({ text }) => !mergeCount.test(text))
  return withStep({ ...state, integration: others }, `merged ${merged} of ${candidates.length}`, undefined)
}
