import type { Outcome } from '../model/outcome.ts'
import type { Task, TaskId } from '../model/plan.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { TaskResult } from '../model/task-result.ts'
import { toEstimates, toRemainingPaths } from '../plan/graph/weights.ts'
import type { RunContext } from '../run/run-context.ts'
import { Forecaster } from './forecast/forecaster.ts'
import { toWaits, withWaits } from './forecast/serialize.ts'
import { endWithoutWork } from './perform/end-task.ts'
import { performTask } from './perform/perform-task.ts'
import { toStep } from './step.ts'

/**
 * Does all tasks that are not done yet: each starts the moment that its own prerequisites are done and a slot is free, longest
 * remaining path first. Answers with the results of all tasks.
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
  /** Those of the plan, with the edges that a forecast has added. */
  private tasks: readonly Task[]
  private readonly priorities: ReadonlyMap<TaskId, number>
  private readonly results: Map<TaskId, TaskResult>
  private readonly running = new Map<TaskId, Promise<void>>()
  private readonly stop = new AbortController()

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
  }

  async run(): Promise<Map<TaskId, TaskResult>> {
    try {
      while (await this.advance()) {}
      await this.cancelRest()
      return this.results
    } catch (error) {
      this.stop.abort()
      await Promise.allSettled(this.running.values())
      throw error
    } finally {
      await this.forecaster?.close()
    }
  }

  /** Starts what can start and waits for something to end. False when nothing is left to wait for. */
  private async advance(): Promise<boolean> {
    await this.serialize()
    const { context, tasks, results, running, priorities } = this
    const slots = context.signal.aborted ? 0 : context.maxParallel
    const step = toStep({ tasks, priorities, results, running, slots })
    for (const { task, by } of step.blocked) {
      this.record(await endWithoutWork(context, task, 'blocked', `${by.join(', ')} did not succeed`))
    }
    for (const task of step.starts) running.set(task.id, this.start(task))
    if (step.blocked.length > 0) return true
    if (running.size === 0) return false
    await Promise.race(running.values())
    return true
  }

  /** Lets tasks wait that would change what running ones are changing, if the plan wants that. */
  private async serialize(): Promise<void> {
    const { context, tasks, results, running, forecaster } = this
    if (context.plan.integration.onForecast !== 'serialize' || forecaster === undefined) return
    const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id))
    if (waiting.length === 0 || running.size === 0) return
    const waits = toWaits(tasks, waiting, await forecaster.readChangedPaths())
    if (waits.length === 0) return
    this.tasks = withWaits(tasks, waits)
    await forecaster.noteWaits(waits)
  }

  private async start(task: Task): Promise<void> {
    const { context, results } = this
    context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 })
    // Trouble of ours, such as a full disk, ends one task and not the run. What the agent left is kept by the next start.
    const endBroken = (error: Error) => endWithoutWork(context, task, 'infrastructure-error', error.message)
    this.record(await performTask(context, task, results).catch(endBroken))
    this.running.delete(task.id)
  }

  private async cancelRest(): Promise<void> {
    for (const task of this.context.plan.tasks.filter(({ id }) => !this.results.has(id))) {
      this.record(
        await endWithoutWork(this.context, task, 'cancelled', 'the run was stopped before it started'),
      )
    }
  }

  private record(result: TaskResult): void {
    this.results.set(result.task, result)
    this.context.emit({ kind: 'task-ended', task: result.task, result })
    if (this.context.failFast && isFailure(result.outcome)) this.stop.abort()
  }
}

/** Whether a task ended in a way that `--fail-fast` reacts to. */
function isFailure(outcome: Outcome): boolean {
  return !['succeeded', 'no-changes', 'blocked', 'cancelled'].includes(outcome)
}
