import type { ForecastConflict } from './forecast-conflict.ts'
import type { Task, TaskId } from './plan.ts'
import type { TaskResult } from './task-result.ts'
import type { Usage } from './usage.ts'

/** What a task is doing. */
export type Phase = 'setup' | 'plan' | 'agent' | 'gates' | 'test' | 'review' | 'back-off'

/** An event of a run, for displays. */
export type RunEvent =
  | {
      readonly kind: 'run-started'
      readonly run: string
      readonly plan: string
      readonly tasks: readonly Task[]
      readonly maxParallel: number
      readonly resumed: boolean
    }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'task-started'; readonly task: TaskId; readonly attempts: number }
  | { readonly kind: 'attempt-started'; readonly task: TaskId; readonly attempt: number }
  | { readonly kind: 'phase'; readonly task: TaskId; readonly phase: Phase }
  | { readonly kind: 'activity'; readonly task: TaskId; readonly text: string }
  | {
      readonly kind: 'progress'
      readonly task: TaskId
      readonly percent: number | null
      readonly message: string | null
    }
  /** Usage of a task's agents so far. */
  | { readonly kind: 'usage'; readonly task: TaskId; readonly usage: Usage }
  | { readonly kind: 'refused'; readonly task: TaskId; readonly attempt: number; readonly reason: string }
  /** A task waits for tasks of other jobs. */
  | { readonly kind: 'waiting'; readonly task: TaskId; readonly for: readonly TaskId[] }
  /** Its agent's quota is used up: the task continues by itself. Until null: a person has to approve its plan. */
  | { readonly kind: 'parked'; readonly task: TaskId; readonly reason: string; readonly until: string | null }
  /** The run is idle until then. */
  | { readonly kind: 'sleeping'; readonly until: string }
  /** A transient failure; it is retried, or another agent continues. */
  | {
      readonly kind: 'transient-error'
      readonly task: TaskId
      readonly reason: string
      readonly seconds: number
      readonly byOther: boolean
    }
  | { readonly kind: 'task-ended'; readonly task: TaskId; readonly result: TaskResult }
  /** The forecast changed. Lines that moved count as neither added nor removed. */
  | {
      readonly kind: 'forecast'
      readonly conflicts: readonly ForecastConflict[]
      readonly appeared: readonly ForecastConflict[]
      readonly vanished: readonly ForecastConflict[]
    }
  /** A task waits for another that changes a file of its scope. */
  | { readonly kind: 'serialized'; readonly task: TaskId; readonly behind: TaskId; readonly path: string }
  | { readonly kind: 'merged'; readonly task: TaskId }
  /** An agent resolves files on which the merge of a task stopped. */
  | {
      readonly kind: 'resolving'
      readonly task: TaskId
      readonly agent: string
      readonly paths: readonly string[]
    }
  | {
      readonly kind: 'not-merged'
      readonly task: TaskId
      readonly landing: 'conflicted' | 'held'
      readonly reason: string
    }
  | { readonly kind: 'tests-started'; readonly what: string; readonly run: number }
  | { readonly kind: 'tests-ended'; readonly passed: boolean; readonly seconds: number }
  | { readonly kind: 'evicted'; readonly task: TaskId; readonly reason: string }

export type EmitEvent = (event: RunEvent) => void
