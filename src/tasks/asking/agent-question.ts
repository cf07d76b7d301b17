import type { ObjectId } from '../../git/objects/objects.ts'
import type { Agent, Task } from '../../model/plan.ts'
import type { Usage } from '../../model/usage.ts'
import type { HeldTurn } from './held-turn.ts'

/** A question to an agent, which is to change nothing. */
export interface AgentQuestion {
  /** Of its checkout; no task can have it. */
  readonly name: string
  /** "review of api", for the log. */
  readonly purpose: string
  readonly agent: Agent
  /** The task in question: its limits and its environment apply. */
  readonly task: Task
  /** Whether who asks adds the cost to the result of that task. Otherwise it is spending of the run. */
  readonly isOfTask: boolean
  /** The commit that it sees. */
  readonly commit: ObjectId
  readonly log: string
  /** Files for it to read, by name, beside the checkout. */
  readonly files: Readonly<Record<string, string>>
  readonly toPrompt: (place: AnswerFiles) => string
}

export interface AnswerFiles {
  /** The file for the answer. */
  readonly answerFile: string
  /** The folder with the question's files. */
  readonly folder: string
}

/** The outcome of a question. */
export type AgentReply<T> = QuestionCost &
  (
    | { readonly kind: 'answered'; readonly value: T }
    /** It was asked again, and the answer is still unreadable. */
    | { readonly kind: 'unreadable'; readonly reason: string }
    | HeldTurn
    | { readonly kind: 'stopped' }
  )

/** Time and usage of a question. */
export interface QuestionCost {
  readonly seconds: number
  readonly usage: Usage | undefined
  /** Reported by the agent. */
  readonly model: string | null
  /** The last agent, possibly a fallback. */
  readonly agent: string
}

/** Reads an answer; a string names its problem. */
export type AnswerReader<T> = (texts: readonly string[]) => T | string
