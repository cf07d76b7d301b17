import type { TaskId } from './plan.ts'

export const incidentKinds = ['refusal', 'review', 'eviction', 'conflict', 'missed wish'] as const

export type IncidentKind = (typeof incidentKinds)[number]

/** Something that went wrong in a task of a run. */
export interface Incident {
  readonly kind: IncidentKind
  /** The file that it is about; null: none, or several. */
  readonly file: string | null
  /** One line, as a gate, reviewer or test said it. */
  readonly text: string
  readonly run: string
  readonly task: TaskId
}

/** What happened more than once. */
export interface Lesson extends Pick<Incident, 'kind' | 'file' | 'text'> {
  /** Names it in proposals. */
  readonly key: string
  /** Tasks of runs that it happened in. */
  readonly count: number
  readonly evidence: readonly { readonly run: string; readonly task: TaskId }[]
}

/** An earlier proposal that has landed, and how often what it is about happened before and since. */
export interface MeasuredProposal {
  readonly run: string
  readonly commit: string
  readonly landedAt: string
  readonly runsBefore: number
  readonly runsSince: number
  readonly lessons: readonly (Pick<Lesson, 'key' | 'kind' | 'file' | 'text'> & {
    readonly before: number
    readonly since: number
  })[]
}

/** Everything that earlier runs teach. */
export interface Lessons {
  readonly runs: number
  readonly tasks: number
  /** Incidents that happened once only. */
  readonly single: number
  /** The most frequent first. */
  readonly lessons: readonly Lesson[]
  /** The latest first. */
  readonly proposals: readonly MeasuredProposal[]
}
