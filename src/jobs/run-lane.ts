import { setTimeout as sleep } from 'node:timers/promises'
import { requireAgents } from '../commands/prepare-run.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { type Plan, prerequisites, type Task, type TaskId } from '../model/plan.ts'
import type { EmitEvent } from '../model/run-event.ts'
import type { TaskResult } from '../model/task-result.ts'
import type { Lane } from '../plan/lanes/lanes.ts'
import { openContext } from '../run/open-context.ts'
import { removeLocalState } from '../run/remove-local-state.ts'
import type { RunContext } from '../run/run-context.ts'
import type { RunId } from '../run/run-id.ts'
import { lockRun, unlockRun } from '../run/run-lock.ts'
import { endWithoutWork } from '../tasks/perform/end-task.ts'
import { performTask } from '../tasks/perform/perform-task.ts'
import { repairRun } from '../tasks/rescue/repair-run.ts'
import { Backoff } from './lane/backoff.ts'
import { createRun } from './lane/create-run.ts'
import { EndedLanes } from './lane/ended-lanes.ts'
import { HandoverQueue, type UndeliveredTask } from './lane/handover-queue.ts'
import type { JobWatch } from './lane/job-watch.ts'
import { requireLaneTasks } from './lane/require-lane.ts'
import { type Readiness, TaskBoard } from './lane/task-board.ts'
import { startWarmUp } from './lane/warm-up.ts'
import { type Transport, TransportError } from './transport/transport.ts'

export interface LaneRequest {
  readonly repository: Repository
  readonly run: RunId
  readonly lane: Lane
  readonly plan: Plan
  /** The plan as it is stored. */
  readonly text: string
  readonly target: string
  readonly base: ObjectId
  readonly transport: Transport
  /** Undefined where nothing can be known of other jobs but what they say. */
  readonly watch: JobWatch | undefined
  /** Of the workflow run, from 1. */
  readonly attempt: number
  /** Aborts when the job is cancelled: then a few seconds are left. */
  readonly cancelled: AbortSignal
  /** Aborts when it is time to stop, while there is still enough to hand everything over. */
  readonly deadline: AbortSignal
  readonly emit: EmitEvent
}

export interface LaneOutcome {
  /** Of all tasks of the lane, in their order. */
  readonly results: readonly TaskResult[]
  /** What other jobs do not have. */
  readonly undelivered: readonly UndeliveredTask[]
}

/** How long servers may have trouble before anything is begun, and in the end: a cancelled job is killed ten seconds after it was told. */
const retrySeconds = { begin: 900, ended: 300, cancelled: 2 } as const

/** Between two tries to tell that a lane has ended, in seconds. */
const longestPause = 20

/**
 * Does the tasks of one lane in their order, for a run that other jobs work on as well. What a task builds on may be done in other
 * lanes: it is waited for. Each task is handed over when it has ended, and in the end all others of the lane, in whatever way that came.
 */
export async function runLane(request: LaneRequest): Promise<LaneOutcome> {
  const { repository, run, lane } = request
  try {
    const tasks = requireLaneTasks(request.plan, lane)
    await requireAgents(repository, request.plan, tasks)
    await createRun(repository, request)
    const lock = await lockRun(repository, run, request.emit)
    try {
      const context = await openLaneContext(request)
      return await new LaneWork(request, context, tasks).perform()
    } finally {
      await unlockRun(repository, lock)
    }
  } finally {
    await tellEnd(request)
  }
}

async function openLaneContext(request: LaneRequest): Promise<RunContext> {
  const { cancelled, deadline, base } = request
  const signal = AbortSignal.any([cancelled, deadline])
  return openContext({ ...request, start: base, maxParallel: 1, failFast: false, signal })
}

/** Others must not wait for us: this is told even when nothing else went well. */
async function tellEnd({ transport, lane, cancelled, emit }: LaneRequest): Promise<void> {
  for (let pause = 1; ; pause *= 4) {
    try {
      await transport.endLane(lane)
      return
    } catch (error) {
      if (cancelled.aborted || pause > longestPause) {
        const { message } = error as Error
        emit({ kind: 'notice', text: `other lanes could not be told that this one has ended: ${message}` })
        return
      }
      await sleep(pause * 1000, undefined, { signal: cancelled }).catch(() => {}) // cancelled: one more time
    }
  }
}

class LaneWork {
  private readonly request: LaneRequest
  private readonly context: RunContext
  private readonly tasks: readonly Task[]
  private readonly endedLanes: EndedLanes
  private readonly board: TaskBoard
  private readonly queue: HandoverQueue

  constructor(request: LaneRequest, context: RunContext, tasks: readonly Task[]) {
    const notice = (text: string) => request.emit({ kind: 'notice', text })
    this.request = request
    this.context = context
    this.tasks = tasks
    this.endedLanes = new EndedLanes({ ...request, notice })
    this.board = new TaskBoard({ ...request, endedLanes: this.endedLanes, store: context.store, notice })
    this.queue = new HandoverQueue(request.transport)
  }

  async perform(): Promise<LaneOutcome> {
    const { plan, run, emit, attempt } = this.request
    emit({
      kind: 'run-started',
      run,
      plan: plan.name,
      tasks: this.tasks,
      maxParallel: 1,
      resumed: attempt > 1,
    })
    await repairRun(this.context)
    if (this.isWaitedFor()) await this.endedLanes.begin(this.request.lane)
    await this.takeUp()
    for (const task of this.tasks) if (!this.board.results.has(task.id)) await this.end(task)
    const undelivered = await this.queue.settle(
      this.request.cancelled.aborted ? retrySeconds.cancelled : retrySeconds.ended,
    )
    await this.context.harness.trash.settled()
    await removeLocalState(this.context.paths)
    return { results: this.tasks.map(({ id }) => this.board.results.get(id) as TaskResult), undelivered }
  }

  /** Finds out what need not be done again. Without knowing that, nothing is begun: it could have been paid for already. */
  private async takeUp(): Promise<void> {
    const backoff = new Backoff()
    const left = await this.board.readLeft()
    for (const task of left) this.tell(task)
    await this.queue.give(left)
    const giveUpAt = performance.now() + retrySeconds.begin * 1000
    while (!this.context.signal.aborted && !(await this.look(backoff))) {
      if (performance.now() > giveUpAt)
        throw new TransportError('nothing was started: what other jobs have done cannot be read')
      await backoff.wait(this.context.signal)
    }
    const earlier = this.tasks.filter(({ id }) => this.board.results.has(id) && !left.includes(id))
    for (const { id } of earlier) this.tell(id)
  }

  private async look(backoff: Backoff): Promise<boolean> {
    const look = () => this.board.look().then(() => true)
    const notice = (reason: string) => this.request.emit({ kind: 'notice', text: `${reason}; tried again` })
    return (await backoff.look(look, notice)) ?? false
  }

  /** A task that was not begun is not handed over: that would stand before what an earlier attempt came to. */
  private async end(task: Task): Promise<void> {
    const readiness = await this.untilReady(task)
    const result = await this.toResult(task, readiness)
    this.board.results.set(task.id, result)
    this.tell(task.id)
    if (readiness.kind !== 'waiting') await this.queue.give([task.id])
  }

  private toResult(task: Task, readiness: Readiness): Promise<TaskResult> {
    switch (readiness.kind) {
      case 'ready':
        return this.performTask(task)
      case 'blocked':
        return endWithoutWork(this.context, task, 'blocked', readiness.reason)
      case 'waiting':
        return endWithoutWork(this.context, task, 'cancelled', this.toStopReason())
    }
  }

  /** Looks for what a task builds on until that is here, or never will be, or it is time to stop (`waiting`). */
  private async untilReady(task: Task): Promise<Readiness> {
    const { context, board } = this
    const backoff = new Backoff()
    let endWarmUp = async () => {}
    try {
      for (let round = 0; ; round++) {
        const readiness = board.readinessOf(task)
        if (context.signal.aborted) return { kind: 'waiting', for: [] }
        if (readiness.kind !== 'waiting') return readiness
        if (round === 1) {
          context.emit({ kind: 'waiting', task: task.id, for: readiness.for })
          endWarmUp = startWarmUp(context, task)
        }
        if (round > 0) await backoff.wait(context.signal)
        await this.look(backoff)
        await this.queue.give([])
      }
    } finally {
      await endWarmUp()
    }
  }

  private async performTask(task: Task): Promise<TaskResult> {
    const { context, board } = this
    context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 })
    // Trouble of ours, such as a full disk, ends one task and not the lane. What the agent left is kept by the next start.
    return performTask(context, task, board.results).catch((error: Error) =>
      endWithoutWork(context, task, 'infrastructure-error', error.message),
    )
  }

  /** Whether other lanes build on this one. */
  private isWaitedFor(): boolean {
    const own = new Set(this.request.lane.tasks)
    return this.request.plan.tasks.some(
      task => !own.has(task.id) && prerequisites(task).some(id => own.has(id)),
    )
  }

  private tell(id: TaskId): void {
    const result = this.board.results.get(id)
    if (result !== undefined) this.context.emit({ kind: 'task-ended', task: id, result })
  }

  private toStopReason(): string {
    const why = this.request.cancelled.aborted ? 'the job was cancelled' : 'the deadline of the job came'
    return `${why} before it started`
  }
}
