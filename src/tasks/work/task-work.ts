import type { Usage } from '../../agents/process/agent-output.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'

/** A task in the middle of its attempts. */
export interface TaskWork {
  readonly task: Task
  /** The commit that it started from. */
  readonly start: ObjectId
  readonly startedAt: string
  readonly worktree: Worktree
  /** The tree after setup; null when there was no setup. */
  readonly setupTree: ObjectId | null
  /** The number of this attempt, from 1. */
  readonly attempt: number
  /** What earlier attempts were told when they were refused, oldest first. */
  readonly feedback: readonly string[]
  /** Seconds that the agent has run so far. */
  readonly agentSeconds: number
  /** What it has cost so far. */
  readonly usage: Usage
  /** What the task had come to before it is done once more: that stands if this does not succeed. */
  readonly before?: TaskResult
}

/** The work with what an attempt took and cost added. */
export function withSpent(work: TaskWork, seconds: number, usage: Usage): TaskWork {
  return {
    ...work,
    agentSeconds: work.agentSeconds + seconds,
    usage: {
      tokens: addKnown(work.usage.tokens, usage.tokens),
      costUsd: addKnown(work.usage.costUsd, usage.costUsd),
    },
  }
}

function addKnown(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0)
}
