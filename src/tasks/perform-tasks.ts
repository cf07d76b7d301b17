import { reclaimLeft } from '../checkouts/reclaim.ts'
import { isOwnFailure } from '../model/outcome.ts'
import type { Task, TaskId } from '../model/plan.ts'
import type { RunEvent } from '../model/run-event.ts'
import { type TaskResult, waitsForPerson } from '../model/task-result.ts'
import { toEstimates, toRemainingPaths } from '../plan/graph/weights.ts'
import type { RunContext } from '../run/run-context.ts'
import { listSpending } from '../run/spending.ts'
import { Approvals } from './approvals.ts'
import { sleepUntil } from './asking/sleep-until.ts'
import { Forecaster } from './forecast/forecaster.ts'
import { toWaits, withWaits } from './forecast/serialize.ts'
import { endWithoutWork } from './perform/end-task.ts'
import { performTask, tryReadInterruptedCost } from './perform/perform-task.ts'
import { Quotas } from './quotas.ts'
import { dropSessions } from './sessions/continued-session.ts'
import { toStep } from './step.ts'
import { dropSpares } from './work/spare-checkouts.ts'
import { tryUsageOf } from './work/task-work.ts'

/**
 * Runs all unfinished tasks: each starts as soon as its prerequisites are done and a slot is free, longest remaining path first.
 * Returns the results of all tasks.
 */
export function performTasks(
  context: RunContext,
  done: ReadonlyMap<TaskId, TaskResult>,
): Promise<Map<TaskId, TaskResult>> {
  return new Engine(context, done).run()
}

class Engine {
  private readonly context: RunContext
  private readonly forecaster: Forecaster | undefined
  /** The plan's tasks, with edges from forecasts. */
  private tasks: readonly Task[]
  private readonly priorities: ReadonlyMap<TaskId, number>
  private readonly results: Map<TaskId, TaskResult>
  private readonly running = new Map<TaskId, Promise<void>>()
  private readonly stop = new AbortController()
  private readonly quotas: Quotas
  private readonly approvals: Approvals

  constructor(context: RunContext, done: ReadonlyMap<TaskId, TaskResult>) {
    const { tasks, integration } = context.plan
    const forecaster = integration.forecastSeconds === 0 ? undefined : new Forecaster(context, done)
    const emit = (event: RunEvent) => {
      context.emit(event)
      forecaster?.note(event)
    }
    this.context = { ...context, emit, signal: AbortSignal.any([context.signal, this.stop.signal]) }
    this.forecaster = forecaster
    this.tasks = tasks
    this.priorities = toRemainingPaths(tasks, toEstimates(tasks))
    this.results = new Map(done)
    this.quotas = new Quotas(this.context)
    this.approvals = new Approvals(this.context)
  }

  async run(): Promise<Map<TaskId, TaskResult>> {
    for (const text of await reclaimLeft(this.context.repository)) this.context.emit({ kind: 'notice', text })
    const stored = await this.context.store.readResults(this.tasks.map(({ id }) => id))
    this.quotas.restore(stored)
    this.approvals.restore(stored)
    await countEarlier(this.context, stored)
    try {
      while (await this.advance()) {}
      await this.cancelRest()
      return this.results
    } catch (error) {
      this.stop.abort()
      await Promise.allSettled(this.running.values())
      throw error
    } finally {
      await dropSpares(this.context)
      await dropSessions(this.context)
      await this.forecaster?.close()
    }
  }

  /** Starts every ready task and waits for a change. False if there is nothing left to wait for. */
  private async advance(): Promise<boolean> {
    await this.serialize()
    const { context, tasks, results, running, priorities } = this
    const slots = context.signal.aborted ? 0 : context.maxParallel
    await this.endRefused()
    const parked = this.quotas.heldTasks(this.waiting())
    const undecided = await this.approvals.heldTasks()
    const held = new Set([...parked, ...undecided])
    const step = toStep({ tasks, priorities, results, running, held, slots })
    for (const { task, by } of step.blocked) {
      this.record(
        await endWithoutWork(context, task, {
          outcome: 'blocked',
          reason: `${by.join(', ')} did not succeed`,
        }),
      )
    }
    for (const task of step.starts) running.set(task.id, this.start(task))
    context.spares.wanted = slots === 0 ? 0 : this.waiting().length
    if (step.blocked.length > 0) return true
    if (running.size === 0 && (slots === 0 || parked.size === 0)) return false // never wait for ever
    if (running.size === 0 && this.isTooLongAWait()) return false
    await this.untilChange(held, undecided)
    return true
  }

  private isTooLongAWait(): boolean {
    return this.quotas.nextReset(this.waiting()) - Date.now() > this.context.longestQuotaWaitMs
  }

  /** Until a task ends, a quota resets, or a person decides on a plan. */
  private async untilChange(held: ReadonlySet<TaskId>, undecided: ReadonlySet<TaskId>): Promise<void> {
    const { context, running, quotas, approvals } = this
    // Once stopped, nothing held starts any more, and a wait for that would end at once, again and again.
    if (held.size === 0 || context.signal.aborted) return void (await Promise.race(running.values()))
    const until = quotas.nextReset(this.waiting())
    if (running.size === 0) context.emit({ kind: 'sleeping', until: new Date(until).toISOString() })
    const woken = new AbortController()
    const signal = AbortSignal.any([context.signal, woken.signal])
    const changes = [sleepUntil(until, signal), approvals.untilDecided(undecided, signal)]
    await Promise.race([...changes, ...running.values()])
    woken.abort()
  }

  private waiting(): Task[] {
    return this.tasks.filter(({ id }) => !this.results.has(id) && !this.running.has(id))
  }

  /** Tasks with an unusable agent end at once, with the remedy. */
  private async endRefused(): Promise<void> {
    for (const { task, reason } of this.quotas.refusedTasks(this.waiting())) {
      this.record(await endWithoutWork(this.context, task, { outcome: 'infrastructure-error', reason }))
    }
  }

  /** Lets tasks wait whose scopes running tasks are changing, if the plan says so. */
  private async serialize(): Promise<void> {
    const { context, tasks, running, forecaster } = this
    if (context.plan.integration.onForecast !== 'serialize' || forecaster === undefined) return
    const waiting = this.waiting()
    if (waiting.length === 0 || running.size === 0) return
    const waits = toWaits(tasks, waiting, await forecaster.readChangedPaths())
    if (waits.length === 0) return
    this.tasks = withWaits(tasks, waits)
    await forecaster.noteWaits(waits)
  }

  private async start(task: Task): Promise<void> {
    const { context, results } = this
    this.approvals.noteStart(task.id)
    context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 })
    // An infrastructure failure of one task, such as a full disk, ends that task and not the run. The next start
    // keeps the agent's work.
    const endBroken = (error: Error) =>
      endWithoutWork(context, task, { outcome: 'infrastructure-error', reason: error.message })
    const result = await performTask(context, task, results).catch(endBroken)
    if (waitsForPerson(result)) this.approvals.note(result)
    else if (result.outcome === 'parked') this.quotas.park(result)
    else this.record(result)
    this.running.delete(task.id)
  }

  private async cancelRest(): Promise<void> {
    const { context, quotas } = this
    for (const task of context.plan.tasks.filter(({ id }) => !this.results.has(id))) {
      const ofQuota = context.signal.aborted ? quotas.parkedResult(task) : await quotas.endParked(task)
      const parked = this.approvals.resultOf(task.id) ?? ofQuota
      this.record(
        parked ??
          (await endWithoutWork(context, task, {
            outcome: 'cancelled',
            reason: 'the run was stopped before it started',
          })),
      )
    }
  }

  private record(result: TaskResult): void {
    this.results.set(result.task, result)
    this.context.emit({ kind: 'task-ended', task: result.task, result })
    const task = this.tasks.find(({ id }) => id === result.task)
    const hasFailed = task !== undefined && isOwnFailure(task, result.outcome)
    if (this.context.failFast && hasFailed) this.stop.abort()
  }
}

/** An earlier process's spending counts for the budget of the run. */
async function countEarlier(context: RunContext, stored: ReadonlyMap<TaskId, TaskResult>): Promise<void> {
  const { plan, store, budget } = context
  for (const task of plan.tasks) {
    const result = stored.get(task.id)
    const interrupted = await tryReadInterruptedCost(context, task) // of a parked task: with what that had spent
    if (interrupted !== undefined) budget.add(interrupted.usage, interrupted.seconds)
    else if (result !== undefined) budget.add(tryUsageOf(result), result.agentSeconds)
  }
  for (const { usage, seconds, task } of await listSpending(store)) {
    budget.add(usage, seconds)
    if (task !== undefined) budget.noteEarlier(task, usage, seconds)
  }
}
