import type { ErrorKind } from '../../model/agents/error-kind.ts'
import type { JsonObject } from './json-at.ts'

/** The usage in an event. Undefined is unknown. */
export interface UsageReading {
  /**
   * `session`: the process's total so far, which replaces every earlier reading. `step`: one step's usage; readings with the same id
   * replace each other.
   */
  readonly of: 'session' | 'step'
  readonly id?: string | undefined
  /** Without cached tokens. */
  readonly input?: number | undefined
  readonly cachedRead?: number | undefined
  readonly cachedWrite?: number | undefined
  readonly output?: number | undefined
  /** Default: the sum of the others. */
  readonly total?: number | undefined
  readonly costUsd?: number | undefined
  /** A total of a process that may report a higher one: it is complete only if the process ended by itself. */
  readonly mayGrow?: boolean
  /** Some turns did not report their tokens, or their cost: the true amount is at least this. */
  readonly lacksTokens?: boolean
  readonly lacksCost?: boolean
}

/** An error as an agent reports it. */
export interface ReportedError {
  readonly message: string
  /** HTTP status, if known. */
  readonly status?: number | undefined
  /** The agent's own classification. */
  readonly type?: string | undefined
  /** Set if the agent is unambiguous. */
  readonly kind?: ErrorKind | undefined
  /** Milliseconds since 1970. */
  readonly resetsAt?: number | undefined
}

/** The information in one event of an agent. Undefined fields stay unchanged. */
export interface AgentSignal {
  /** Its activity in a few words. */
  readonly activity?: string | undefined
  /** Completed share of its own plan. */
  readonly percent?: number | undefined
  readonly usage?: UsageReading | undefined
  /** The current error; null: the agent recovered. */
  readonly error?: ReportedError | null | undefined
  /** True: the agent says that it has finished. False: it works (again). */
  readonly done?: boolean | undefined
  /** A new turn. */
  readonly turn?: boolean | undefined
  /** It waits on purpose, for this many milliseconds. */
  readonly waitMs?: number | undefined
  readonly session?: string | undefined
  /** Whether it works in a session of the Agent Client Protocol. */
  readonly isSession?: boolean
  readonly model?: string | undefined
  readonly version?: string | undefined
  /** An agent in the background that started or ended. */
  readonly background?: { readonly id: string; readonly isOpen: boolean } | undefined
}

/** Reads an event; one for each kind of agent. */
export type EventReader = (event: JsonObject) => AgentSignal
