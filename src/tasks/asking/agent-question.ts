import type { ObjectId } from '../../git/objects/objects.ts'
import type { Agent, Task } from '../../model/plan.ts'
import type { Usage } from '../../model/usage.ts'
import type { HeldTurn } from './held-turn.ts'

/** A question to an agent that is to change nothing. */
export interface AgentQuestion {
  /** Of its checkout; no task can have it. */
  readonly name: string
  /** "review of api", for the log. */
  readonly purpose: string
  readonly agent: Agent
  /** The task that it is about: its limits and its environment hold. */
  readonly task: Task
  /** What it sees. */
  readonly commit: ObjectId
  readonly log: string
  /** Files for it to read, by name, beside the checkout. */
  readonly files: Readonly<Record<string, string>>
  readonly toPrompt: (place: AnswerPlace) => string
}

export interface AnswerPlace {
  /** The file that the answer is written to. */
  readonly answerFile: string
  /** The folder with the files of the question. */
  readonly folder: string
}

/** What became of a question. */
export type AgentReply<T> = Spent &
  (
    | { readonly kind: 'answered'; readonly value: T }
    /** It was asked again, and could still not be read. */
    | { readonly kind: 'unreadable'; readonly reason: string }
    | HeldTurn
    | { readonly kind: 'stopped' }
  )

/** What asking took and used. */
export interface Spent {
  readonly seconds: number
  readonly usage: Usage | undefined
  /** As the agent reports it. */
  readonly model: string | null
  /** The agent that was asked at last, which a fallback may have chosen. */
  readonly agent: string
}

/** Reads an answer; a text says what is wrong with it. */
export type AnswerReader<T> = (texts: readonly string[]) => T | string
