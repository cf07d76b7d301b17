import type { PausedSession } from '../../agents/acp/session-slot.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { Review } from '../../model/review.ts'
import { type TaskResult, taskResultSchema } from '../../model/task-result.ts'
import { steadyTime } from '../../model/timing/steady-clock.ts'
import type { Stopwatch } from '../../model/timing/stopwatch.ts'
import { addUsage, type Usage, unknownUsage } from '../../model/usage.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { Refusal } from '../gates/gate.ts'

/** A task in the middle of its attempts. */
export interface TaskWork {
  readonly task: Task
  /** Its start commit. */
  readonly start: ObjectId
  readonly startedAt: string
  /** The time that the task has taken. */
  readonly stopwatch: Stopwatch
  readonly worktree: Worktree
  /** The tree after setup; null without setup. */
  readonly setupTree: ObjectId | null
  /** The number of this attempt, from 1. */
  readonly attempt: number
  /** The feedback for earlier refused attempts, oldest first. */
  readonly feedback: readonly string[]
  /** Run time of the agent so far, in seconds. */
  readonly agentSeconds: number
  /** Usage of its agents so far; undefined: none. */
  readonly usage: Usage | undefined
  /** The name of the last agent; null: the plan's. */
  readonly agent: string | null
  /** The plan from a session before the first attempt; empty: the planner gave none; null: no such session. */
  readonly workPlan: string | null
  /** All reviews of its work so far. */
  readonly reviews: readonly Review[]
  /** Facts that the last agent reported about itself. */
  readonly reported: ReportedFacts
  /** A conversation with the last agent that a dead process began. */
  readonly session?: Omit<PausedSession, 'agent'>
  /** The prerequisite that the conversation belongs to; undefined: its own. */
  readonly continued?: TaskId
  /** Whether its checkout is not that of the attempt before, whose work is kept. */
  readonly isMoved?: boolean
  /** The earlier result of a redone task: it stays if this attempt fails. */
  readonly before?: TaskResult
  /** A further check of its tree, besides the gates. */
  readonly check?: (tree: ObjectId) => Promise<Refusal | undefined>
}

/** Time and usage of an agent. */
export interface AgentCost {
  readonly seconds: number
  readonly usage: Usage | undefined
}

/** Before the first agent. */
export const nothingSpent: AgentCost = { seconds: 0, usage: undefined }

/** Facts that agents report about themselves. */
export type ReportedFacts = Pick<TaskResult, 'model' | 'via' | 'agentVersion' | 'turns'>

export const nothingReported: ReportedFacts = { model: null, via: null, agentVersion: null, turns: null }

/** The work with its last agent. What another one reported about itself is not of this one. */
export function withAgent(work: TaskWork, agent: string): TaskWork {
  const isSame = work.agent === null || work.agent === agent
  return {
    ...work,
    agent,
    reported: isSame ? work.reported : { ...nothingReported, turns: work.reported.turns },
  }
}

/** The work with an attempt's time and usage added. */
export function withSpent(work: TaskWork, answer: AgentAnswer): TaskWork {
  const { reported } = work
  return {
    ...work,
    agentSeconds: work.agentSeconds + answer.seconds,
    usage: addUsage(work.usage, answer.usage),
    reported: {
      model: answer.model ?? reported.model,
      via: answer.via ?? reported.via,
      agentVersion: answer.version ?? reported.agentVersion,
      turns: answer.turns === undefined ? reported.turns : (reported.turns ?? 0) + answer.turns,
    },
  }
}

/** The same for agents beside its own, such as that of its plan: their cost is the task's. */
export function withCost(work: TaskWork, { seconds, usage }: AgentCost): TaskWork {
  return { ...work, agentSeconds: work.agentSeconds + seconds, usage: addUsage(work.usage, usage) }
}

/** The same for its reviews, and those that gave no answer. */
export function withReviews(
  work: TaskWork,
  { reviews = [], unanswered = nothingSpent }: ReviewCosts,
): TaskWork {
  return [...reviews, unanswered].reduce(withCost, { ...work, reviews: [...work.reviews, ...reviews] })
}

interface ReviewCosts {
  readonly reviews?: readonly Review[]
  readonly unanswered?: AgentCost
}

/** The kept work that its agent has to be told of, because it is not in the checkout. */
export function toInterruptedWork(
  { feedback, isMoved = false }: TaskWork,
  kept: ObjectId | undefined,
): ObjectId | undefined {
  return feedback.length === 0 || isMoved ? kept : undefined
}

/** The number of its attempts that were refused by anything but reviews. */
export function toRetries(work: Pick<TaskWork, 'attempt' | 'reviews'>): number {
  return work.attempt - 1 - toReviewRounds(work)
}

/** How often reviews have sent the work back: those attempts do not count as retries. */
export function toReviewRounds({ reviews }: Pick<TaskWork, 'reviews'>): number {
  return new Set(reviews.filter(({ verdict }) => verdict === 'changes').map(({ round }) => round)).size
}

/** Usage as fields of a result. */
export function toUsageFields(usage: Usage = unknownUsage): Pick<TaskResult, 'tokens' | 'costUsd' | 'usage'> {
  return { tokens: usage.total, costUsd: usage.costUsd, usage }
}

/** Usage of earlier attempts, from a result; undefined: none. */
export function tryUsageOf({ attempts, agentSeconds, usage }: TaskResult): Usage | undefined {
  return attempts === 0 && agentSeconds === 0 ? undefined : usage
}

/** The result of a task without any work. */
export function makeBareResult(
  { paths, resources }: RunContext,
  task: Task,
  outcome: Outcome,
  reason: string | null,
): TaskResult {
  return taskResultSchema.parse({
    version: 1,
    task: task.id,
    outcome,
    reason,
    branch: null,
    base: null,
    commit: null,
    kept: null,
    attempts: 0,
    filesChanged: null,
    agentSeconds: 0,
    seconds: 0,
    startedAt: null,
    finishedAt: steadyTime(),
    ...toUsageFields(),
    agent: task.agent,
    log: paths.log(task.id),
    summary: null,
    resources: resources.tryUse(task.id) ?? null,
  })
}
