import type { Task, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { removeLocalState } from '../../run/remove-local-state.ts'
import type { RunContext } from '../../run/run-context.ts'
import { sleepUntil } from '../../tasks/asking/sleep-until.ts'
import { endWithoutWork } from '../../tasks/perform/end-task.ts'
import { performTask } from '../../tasks/perform/perform-task.ts'
import { repairRun } from '../../tasks/rescue/repair-run.ts'
import { tryUsageOf } from '../../tasks/work/task-work.ts'
import { TransportError } from '../transport/transport.ts'
import { Backoff } from './backoff.ts'
import type { Clock } from './clock.ts'
import { EndedLanes } from './ended-lanes.ts'
import { HandoverQueue } from './handover-queue.ts'
import type { LaneOutcome, LaneRequest } from './lane-request.ts'
import { performSideBySide } from './side-by-side.ts'
import { type Readiness, TaskBoard } from './task-board.ts'
import { toReadinessNow, untilReady } from './until-ready.ts'

/** How long servers may fail at the start, and at the end: a cancelled job is killed ten seconds after the signal. */
const retrySeconds = { begin: 900, ended: 300, cancelled: 2 } as const

/** The tasks of one lane, one after another, or as many in parallel as it has slots. */
export class LaneWork {
  private readonly request: LaneRequest
  readonly context: RunContext
  private readonly tasks: readonly Task[]
  readonly endedLanes: EndedLanes
  readonly board: TaskBoard
  readonly queue: HandoverQueue
  readonly clock: Clock

  constructor(request: LaneRequest, context: RunContext, tasks: readonly Task[]) {
    const notice = (text: string) => request.emit({ kind: 'notice', text })
    this.request = request
    this.context = context
    this.clock = request.clock
    this.tasks = tasks
    this.endedLanes = new EndedLanes({ ...request, notice })
    this.board = new TaskBoard({
      ...request,
      endedLanes: this.endedLanes,
      store: context.store,
      notice,
      onEarlier: result => context.budget.add(tryUsageOf(result), result.agentSeconds),
    })
    this.queue = new HandoverQueue(request.transport, request.clock)
  }

  async perform(): Promise<LaneOutcome> {
    const { plan, run, emit, attempt } = this.request
    emit({
      kind: 'run-started',
      run,
      plan: plan.name,
      tasks: this.tasks,
      maxParallel: this.request.lane.slots ?? 1,
      resumed: attempt > 1,
    })
    await repairRun(this.context)
    await this.endedLanes.begin(this.request.lane)
    await this.takeUp()
    await this.endAll()
    const undelivered = await this.queue.settle(
      this.request.cancelled.aborted ? retrySeconds.cancelled : retrySeconds.ended,
    )
    await this.context.control.trash.settled()
    await removeLocalState(this.context.paths)
    return { results: this.tasks.map(({ id }) => this.board.results.get(id) as TaskResult), undelivered }
  }

  /** Finds the tasks that need not be redone. If that is unknown, nothing starts: it may already have been paid for. */
  private async takeUp(): Promise<void> {
    const backoff = new Backoff(this.clock)
    const left = await this.board.readLeft()
    for (const task of left) this.tell(task)
    await this.queue.give(left)
    const giveUpAt = this.clock.now() + retrySeconds.begin * 1000
    while (!this.context.signal.aborted && !(await this.look(backoff))) {
      if (this.clock.now() > giveUpAt)
        throw new TransportError('nothing was started: the results of other jobs cannot be read')
      await backoff.wait(this.context.signal)
    }
    const earlier = this.tasks.filter(({ id }) => this.board.results.has(id) && !left.includes(id))
    for (const { id } of earlier) this.tell(id)
  }

  async look(backoff: Backoff): Promise<boolean> {
    const look = () => this.board.look().then(() => true)
    const notice = (reason: string) => this.request.emit({ kind: 'notice', text: `${reason}; trying again` })
    return (await backoff.look(look, notice)) ?? false
  }

  private async endAll(): Promise<void> {
    const backoff = new Backoff(this.clock)
    const pending = this.tasks.filter(({ id }) => !this.board.results.has(id))
    await performSideBySide(pending, this.request.lane.slots ?? 1, {
      canBegin: task =>
        toReadinessNow(this.board.readinessOf(task), this).kind !== 'waiting' || this.isStopped,
      untilReady: async task => void (await untilReady(task, this)),
      perform: task => this.end(task),
      look: async () => {
        await backoff.wait(this.context.signal)
        await this.look(backoff)
        await this.queue.give([])
      },
    })
  }

  private get isStopped(): boolean {
    return this.context.signal.aborted
  }

  /** A task that did not start is not handed over: that would hide the result of an earlier attempt. */
  private async end(task: Task): Promise<void> {
    const readiness = await untilReady(task, this)
    const result = await this.performOrEnd(task, readiness)
    this.board.results.set(task.id, result)
    this.tell(task.id)
    if (readiness.kind === 'ready' || readiness.kind === 'blocked') await this.queue.give([task.id])
  }

  private performOrEnd(task: Task, readiness: Readiness): Promise<TaskResult> {
    switch (readiness.kind) {
      case 'ready':
        return this.performTask(task)
      case 'blocked':
        return endWithoutWork(this.context, task, { outcome: 'blocked', reason: readiness.reason })
      case 'waiting':
        return endWithoutWork(this.context, task, { outcome: 'cancelled', reason: this.toStopReason() })
      case 'hopeless':
        return endWithoutWork(this.context, task, {
          outcome: 'infrastructure-error',
          reason: readiness.reason,
        })
    }
  }

  private async performTask(task: Task): Promise<TaskResult> {
    const { context, board } = this
    context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 })
    // An infrastructure failure of one task, such as a full disk, ends that task and not the lane. The next start
    // keeps the agent's work.
    const result = await performTask(context, task, board.results).catch((error: Error) =>
      endWithoutWork(context, task, { outcome: 'infrastructure-error', reason: error.message }),
    )
    return (await this.hasWaitedForQuota(result)) ? this.performTask(task) : result
  }

  /** Waits where that costs less than starting the rest of the run again. */
  private async hasWaitedForQuota({ outcome, retryAt }: TaskResult): Promise<boolean> {
    if (outcome !== 'parked' || retryAt === null) return false
    const until = Date.parse(retryAt)
    if (until - Date.now() > this.context.longestQuotaWaitMs) return false
    this.context.emit({ kind: 'sleeping', until: retryAt })
    await sleepUntil(until, this.context.signal)
    return !this.isStopped
  }

  private tell(id: TaskId): void {
    const result = this.board.results.get(id)
    if (result !== undefined) this.context.emit({ kind: 'task-ended', task: id, result })
  }

  private toStopReason(): string {
    const why = this.request.cancelled.aborted ? 'the job was cancelled' : 'the job reached its deadline'
    return `${why} before the task started`
  }
}
