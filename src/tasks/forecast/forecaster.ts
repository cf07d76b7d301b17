import type { ObjectId } from '../../git/objects/objects.ts'
import { UnfinishedWork } from '../../git/worktree/unfinished-work.ts'
import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { RunEvent } from '../../model/run-event.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toMergeOrder } from '../../plan/graph/merge-order.ts'
import { tryReadAttemptRecord } from '../../run/attempt-record.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toWork } from '../work/recover-work.ts'
import { toTaskWorktree } from '../work/task-folders.ts'
import { announceForecast } from './announce.ts'
import { Expectations } from './expectations.ts'
import { Forecast, type ForecastLine } from './forecast.ts'
import { readBranchLine, readWorkLine } from './forecast-lines.ts'
import { type ForecastWait, readForecastRecord, writeForecastRecord } from './forecast-record.ts'
import { readChangedPaths } from './serialize.ts'
import { tellAgents } from './tell-agents.ts'

/** Delay after an event, to collect further ones. */
const settleMilliseconds = 300

/** Forecasts take at most a twentieth of the time. */
const restFactor = 20

/**
 * Forecasts conflicts while agents work: shortly after an attempt or a task has ended, and every `forecast-seconds`. One forecast at
 * a time; none while fewer than two tasks have work; nothing is compared without changes. It only reads, and its errors do not
 * affect the run.
 */
export class Forecaster {
  private readonly context: RunContext
  private readonly forecast: Forecast
  private readonly expectations: Expectations
  private readonly order: readonly Task[]
  private readonly running = new Map<TaskId, UnfinishedWork>()
  private readonly branches = new Map<TaskId, ObjectId>()
  private readonly stop = new AbortController()
  private timer: NodeJS.Timeout | undefined
  private dueAt = Number.POSITIVE_INFINITY
  private restUntil = 0
  private current: Promise<unknown> = Promise.resolve()
  private seen = ''
  private lines: readonly ForecastLine[] = []
  private isClosed = false
  private lastProblem: string | undefined

  constructor(context: RunContext, done: ReadonlyMap<TaskId, TaskResult>) {
    const { tasks } = context.plan
    const order = toMergeOrder(tasks, { contained: new Map(), starts: [], forecast: [] })
    this.context = context
    this.forecast = new Forecast(context)
    this.expectations = new Expectations(context, this.forecast)
    this.order = order.map(id => tasks.find(task => task.id === id) as Task)
    for (const result of done.values()) this.noteResult(result)
  }

  /** Takes note of an event of the run. */
  note(event: RunEvent): void {
    if (event.kind === 'attempt-started') this.noteAttempt(event.task)
    if (event.kind === 'phase' && event.phase === 'gates') this.lookIn(settleMilliseconds)
    if (event.kind === 'task-ended') this.noteResult(event.result)
  }

  /** The current changes of running tasks. */
  async readChangedPaths(): Promise<Map<TaskId, string[]>> {
    await this.lookNow()
    const work = this.lines.filter(line => !line.isBranch && this.running.has(line.task))
    return (await this.attempt(() => readChangedPaths(this.context, work))) ?? new Map()
  }

  /** Announces tasks that wait because of running ones' changes. */
  async noteWaits(waits: readonly ForecastWait[]): Promise<void> {
    const { paths, emit } = this.context
    const write = async () => {
      const before = await readForecastRecord(paths.forecast)
      await writeForecastRecord(paths.forecast, { ...before, waits: [...before.waits, ...waits] })
    }
    this.current = this.current.then(() => this.attempt(write))
    await this.current
    for (const wait of waits) emit({ kind: 'serialized', ...wait })
  }

  /** Resolves when no forecast is in progress, and none will follow. */
  async close(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.timer)
    this.stop.abort()
    await this.current
  }

  private noteAttempt(task: TaskId): void {
    const { control, plan } = this.context
    const largestBytes = plan.maxFileMegabytes * 1_000_000
    if (!this.running.has(task))
      this.running.set(
        task,
        new UnfinishedWork(control, toTaskWorktree(this.context, task), {
          largestBytes,
          stop: this.stop.signal,
        }),
      )
    this.lookIn(plan.integration.forecastSeconds * 1000)
  }

  private noteResult({ task, outcome, commit, rolledBack }: TaskResult): void {
    this.running.delete(task)
    if (outcome === 'succeeded' && commit !== null && !rolledBack) this.branches.set(task, commit)
    this.lookIn(settleMilliseconds)
  }

  /** Schedules a forecast by then, but not before the pause after the last one. */
  private lookIn(milliseconds: number): void {
    const now = performance.now()
    const dueAt = Math.max(now + milliseconds, this.restUntil)
    if (this.isClosed || this.running.size === 0 || dueAt >= this.dueAt) return
    clearTimeout(this.timer)
    this.dueAt = dueAt
    this.timer = setTimeout(() => void this.lookNow(), dueAt - now)
  }

  /** A forecast that starts now, or after the current one. */
  private lookNow(): Promise<unknown> {
    clearTimeout(this.timer)
    this.dueAt = Number.POSITIVE_INFINITY
    this.current = this.current.then(() => this.look())
    return this.current
  }

  private async look(): Promise<void> {
    if (this.isClosed || this.running.size + this.branches.size < 2) return
    const startedAt = performance.now()
    await this.attempt(async () => this.compare(await this.readLines()))
    const now = performance.now()
    this.restUntil = now + (now - startedAt) * restFactor
    this.lookIn(this.context.plan.integration.forecastSeconds * 1000)
  }

  /** The current work of all tasks, in merge order. */
  private async readLines(): Promise<ForecastLine[]> {
    const lines = await Promise.all(this.order.map(task => this.tryLine(task)))
    return lines.filter(line => line !== undefined)
  }

  private async tryLine(task: Task): Promise<ForecastLine | undefined> {
    const { context } = this
    const branch = this.branches.get(task.id)
    if (branch !== undefined) return readBranchLine(context, task.id, branch)
    const record = await tryReadAttemptRecord(context.paths.task(task.id).attempt)
    const tree = await this.running.get(task.id)?.readTree()
    if (record === undefined || tree === undefined) return undefined
    return readWorkLine(context, toWork(context, task, record), tree)
  }

  private async compare(lines: readonly ForecastLine[]): Promise<void> {
    this.lines = lines
    const seen = lines.map(({ task, tree, commit }) => `${task} ${tree} ${commit}`).join('\n')
    if (seen === this.seen) return
    const conflicts = await this.expectations.add(await this.forecast.read(lines))
    this.seen = seen
    await announceForecast(this.context, conflicts)
    await this.tell(conflicts)
  }

  private async tell(conflicts: readonly ForecastConflict[]): Promise<void> {
    if (this.context.plan.integration.onForecast !== 'tell-agents') return
    const running = this.order.map(task => task.id).filter(id => this.running.has(id))
    await tellAgents(this.context, conflicts, { running, branches: this.branches })
  }

  /** A failing forecast is reported once, and does not fail the run. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      const { message } = error as Error
      if (!this.isClosed && message !== this.lastProblem)
        this.context.emit({ kind: 'notice', text: `failed to forecast conflicts: ${message}` })
      this.lastProblem = message
      return undefined
    }
  }
}
