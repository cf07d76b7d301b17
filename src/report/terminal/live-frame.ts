import { prerequisites, type TaskId } from '../../model/plan.ts'
import { sumUsage } from '../../model/usage.ts'
import { toListSchedule } from '../../plan/graph/list-schedule.ts'
import { toCost, tryCostText } from '../text/cost.ts'
import { toClock, toSpan, toTimeOfDay } from '../text/duration.ts'
import { cutLines, toPairText } from '../text/forecast-lines.ts'
import { fitColumns, padColumns, toCount, toPlainLine, widest } from '../text/text.ts'
import type { LiveState, LiveStep, LiveTask } from './live-state.ts'
import type { Paint } from './paint.ts'

export interface Screen {
  readonly columns: number
  readonly rows: number
  readonly paint: Paint
}

/** The display of a running run: a row a task, and a total. */
export function toFrame(state: LiveState, screen: Screen, now: number): string {
  const facts = ` · ${toElapsed(state, now)} · ${toCount(state.maxParallel, 'agent')} · run ${state.run}`
  const head = `${fitColumns(state.plan, Math.max(8, screen.columns - facts.length))}${facts}`
  const foot = [
    ...toForecastLines(state),
    ...state.integration.slice(-3).map(step => `  ${toStepText(step, state.isOver ? undefined : now)}`),
    `  ${toTotal(state, now)}`,
  ]
  const room = Math.max(3, screen.rows - foot.length - 3)
  const { shown, hidden } = chooseRows([...state.tasks.values()], room)
  const width = Math.min(
    Math.max(16, Math.floor(screen.columns / 3)),
    widest(shown.map(({ task }) => task.id)),
  )
  const rows = shown.map(task => toRow(task, state, { ...screen, width, now }))
  const more = hidden === 0 ? [] : [screen.paint.dim(`  … and ${toCount(hidden, 'more task')}`)]
  return [
    fitColumns(head, screen.columns),
    ...rows,
    ...more,
    ...foot.map(line => fitColumns(line, screen.columns)),
  ].join('\n')
}

function toStepText({ text, since }: LiveStep, now: number | undefined): string {
  return since === undefined || now === undefined ? text : `${text} · ${toClock((now - since) / 1000)}`
}

const mostConflicts = 4

function toForecastLines({ forecast }: LiveState): string[] {
  return cutLines(forecast.map(toPairText), mostConflicts).map(line => `  forecast: ${line}`)
}

/** The elapsed time; empty if its end is unknown. */
function toElapsed({ startedAt, isOver }: LiveState, now: number): string {
  return isOver ? 'interrupted' : toClock((now - startedAt) / 1000)
}

/** If space is short: running tasks first, then failed ones, then the rest in plan order. */
function chooseRows(
  tasks: readonly LiveTask[],
  room: number,
): { shown: readonly LiveTask[]; hidden: number } {
  if (tasks.length <= room) return { shown: tasks, hidden: 0 }
  const urgency = (task: LiveTask) =>
    isRunning(task) ? 0 : hasFailed(task) ? 1 : task.result === undefined ? 2 : 3
  const chosen = new Set(tasks.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, room - 1))
  return { shown: tasks.filter(task => chosen.has(task)), hidden: tasks.length - chosen.size }
}

function isRunning(task: LiveTask): boolean {
  return task.startedAt !== undefined && task.result === undefined
}

function hasFailed({ result, landing }: LiveTask): boolean {
  if (landing !== undefined) return landing !== 'merged'
  return result !== undefined && result.outcome !== 'succeeded' && result.outcome !== 'no-changes'
}

interface RowPlace extends Screen {
  readonly width: number
  readonly now: number
}

function toRow(task: LiveTask, state: LiveState, place: RowPlace): string {
  const { paint, columns } = place
  const [mark, colour] = toMark(task, state, paint)
  const cost = tryCostText(toCost(task.usage)) ?? ''
  const name = padColumns(fitColumns(task.task.id, place.width), place.width)
  const left = `  ${mark} ${name}  ${toTime(task, state, place.now)}  `
  const room = columns - widest([left]) - (cost === '' ? 0 : cost.length + 2) - 1
  const text = fitColumns(toPlainLine(toWords(task, state, place)), Math.max(0, room))
  return colour(`${left}${cost === '' ? text : padColumns(text, room)}${cost === '' ? '' : `  ${cost}`}`)
}

function toMark(task: LiveTask, { isOver }: LiveState, paint: Paint): [string, (text: string) => string] {
  if (hasFailed(task)) return ['✗', paint.red]
  if (task.result !== undefined) return ['✓', paint.green]
  return isRunning(task) && !isOver ? ['▸', text => text] : ['·', paint.dim]
}

function toTime(task: LiveTask, { isOver }: LiveState, now: number): string {
  if (task.result !== undefined)
    return task.result.startedAt === null ? '     ' : toClock(task.result.seconds)
  return task.startedAt === undefined || isOver ? '     ' : toClock((now - task.startedAt) / 1000)
}

/** Below this width a percentage is clearer than a bar. */
const columnsForBar = 76

function toWords(task: LiveTask, state: LiveState, { columns, now }: RowPlace): string {
  if (task.result !== undefined) return toEndWords(task)
  if (state.isOver) return task.startedAt === undefined ? 'not started' : 'interrupted'
  if (task.parkedUntil === null) return 'its plan waits for approval'
  if (task.parkedUntil !== undefined) return `quota used up: resumes at ${toTimeOfDay(task.parkedUntil, now)}`
  if (task.startedAt === undefined) return toWaitWords(task, state)
  const picture = task.percent === null || columns < columnsForBar ? '' : `${toBar(task.percent)} `
  const bar = task.percent === null ? '' : `${picture}${Math.round(task.percent)} %  `
  const what =
    task.phase === 'agent'
      ? (task.message ?? task.activity ?? task.refusal ?? 'started')
      : phaseWords[task.phase ?? 'agent']
  const attempt = task.attempt > 1 ? `attempt ${task.attempt}/${task.task.retries + 1}  ` : ''
  return `${bar}${attempt}${what}`
}

const phaseWords = {
  setup: 'setting up',
  agent: 'working',
  gates: 'checking the change',
  test: 'testing',
  plan: 'planning',
  review: 'in review',
  'back-off': 'waiting to retry',
} as const

function toEndWords({ result, landing }: LiveTask): string {
  if (result === undefined) return ''
  const kept = result.kept === null || result.outcome === 'succeeded' ? '' : `   kept at ${result.kept}`
  if (result.outcome !== 'succeeded')
    return `${result.outcome}${result.reason === null ? '' : `: ${result.reason}`}${kept}`
  return `${toCount(result.filesChanged ?? 0, 'file')}${landing === undefined ? '' : `  ${landing}`}`
}

function toWaitWords({ task }: LiveTask, state: LiveState): string {
  const open = prerequisites(task).filter(id => state.tasks.get(id)?.result === undefined)
  return open.length === 0 ? 'waits for a free slot' : `waits for ${open.join(', ')}`
}

function toBar(percent: number): string {
  const full = Math.round(percent / 10)
  return '▓'.repeat(full) + '░'.repeat(10 - full)
}

function toTotal(state: LiveState, now: number): string {
  const tasks = [...state.tasks.values()]
  const done = tasks.filter(task => task.result !== undefined).length
  const running = tasks.filter(isRunning).length
  const cost = tryCostText(toCost(sumUsage(tasks.map(task => task.usage))))
  const left = tryTimeLeft(state, now)
  return [
    `${done} of ${tasks.length} done`,
    ...(running === 0 || state.isOver ? [] : [`${running} running`]),
    ...(cost === undefined ? [] : [cost]),
    ...(left === undefined ? [] : [`about ${toSpan(left)} left`]),
  ].join(' · ')
}

/** Remaining seconds by the plan's own estimates; undefined if one is missing. */
function tryTimeLeft(state: LiveState, now: number): number | undefined {
  const open = [...state.tasks.values()].filter(task => task.result === undefined)
  if (open.length === 0 || open.some(({ task }) => task.estimateMinutes === undefined)) return undefined
  const ids = new Set(open.map(({ task }) => task.id))
  const seconds = new Map<TaskId, number>(open.map(task => [task.task.id, toSecondsLeft(task, now)]))
  const tasks = open.map(({ task }) => ({
    ...task,
    needs: task.needs.filter(id => ids.has(id)),
    after: task.after.filter(id => ids.has(id)),
  }))
  return toListSchedule(tasks, seconds, state.maxParallel).makespan
}

function toSecondsLeft({ task, startedAt }: LiveTask, now: number): number {
  const spent = startedAt === undefined ? 0 : (now - startedAt) / 1000
  return Math.max(30, (task.estimateMinutes ?? 0) * 60 - spent)
}
