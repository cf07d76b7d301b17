import * as z from 'zod'
import { usageSchema } from './usage.ts'

const severities = ['error', 'warning', 'note'] as const

const findingSchema = z.object({
  /** From the top of the repository; null: the whole change. */
  path: z.string().max(1000).nullable().default(null),
  line: z.number().int().positive().nullable().catch(null).default(null),
  severity: z.enum(severities).catch('warning').default('warning'),
  text: z.string().trim().min(1).max(4000),
})

/** What a reviewer answers. */
export const reviewAnswerSchema = z
  .object({ verdict: z.enum(['approve', 'changes']), findings: z.array(findingSchema).max(200).default([]) })
  .refine(({ verdict, findings }) => verdict === 'approve' || findings.length > 0, {
    error: 'it requests changes without a finding',
  })

/** One review, as it is stored and reported. */
export const reviewSchema = z.object({
  agent: z.string(),
  model: z.string().nullable(),
  /** The number of the review of this work, from 1. */
  round: z.number().int(),
  /** `unreadable`: the reviewer's answer could not be read, which is no approval. */
  verdict: z.enum(['approve', 'changes', 'unreadable']),
  findings: z.array(findingSchema),
  /** Why there is no verdict. */
  reason: z.string().nullable().default(null),
  seconds: z.number(),
  usage: usageSchema,
})

export type Finding = Readonly<z.output<typeof findingSchema>>
export type Review = Readonly<z.output<typeof reviewSchema>>

/** An agent and its model: by default those of the task. */
export interface AgentChoice {
  readonly agent?: string
  readonly model?: string
}

/** An agent that plans a task before the work. */
export interface Planner extends AgentChoice {
  /** Whether a person approves the plan. */
  readonly approve?: boolean
}

/** An agent that judges work in a fresh session. */
export interface Reviewer extends AgentChoice {
  /** How often its findings go back to the author. */
  readonly rounds: number
  /** What to look at in particular. */
  readonly prompt?: string
}

/** How far a change fulfils a wish of an issue. `beyond`: the change does it, but no issue asks for it. */
const wishStates = ['done', 'partly', 'missing', 'beyond'] as const

const wishSchema = z.object({
  wish: z.string().trim().min(1).max(1000),
  state: z.enum(wishStates),
  /** What exists, or what is missing. */
  note: z.string().trim().max(2000).default(''),
})

/** The answer of an agent that compares an issue with a change. */
export const comparisonAnswerSchema = z.object({ wishes: z.array(wishSchema).min(1).max(100) })

export const comparisonSchema = z.object({
  task: z.string(),
  issue: z.number().int(),
  agent: z.string(),
  wishes: z.array(wishSchema),
  /** Why there are no wishes. */
  reason: z.string().nullable(),
  seconds: z.number(),
  usage: usageSchema,
})

export type Comparison = Readonly<z.output<typeof comparisonSchema>>
