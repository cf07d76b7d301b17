import type { ErrorKind } from '../../model/agents/error-kind.ts'
import type { Json } from './json-at.ts'

/** What an event says about usage. Undefined is unknown. */
export interface UsageReading {
  /**
   * `session`: all that the process has used so far, in place of every earlier reading. `step`: what one step used, besides
   * other steps; readings with the same id replace each other.
   */
  readonly of: 'session' | 'step'
  readonly id?: string | undefined
  /** Without what came from a cache. */
  readonly input?: number | undefined
  readonly cachedRead?: number | undefined
  readonly cachedWrite?: number | undefined
  readonly output?: number | undefined
  /** Default: the sum of the others. */
  readonly total?: number | undefined
  readonly costUsd?: number | undefined
}

/** An error in the words of an agent. */
export interface ReportedError {
  readonly message: string
  /** HTTP status, if known. */
  readonly status?: number | undefined
  /** Another word by which the agent classifies it. */
  readonly type?: string | undefined
  /** When the agent leaves no doubt. */
  readonly kind?: ErrorKind | undefined
  /** Milliseconds since 1970. */
  readonly resetsAt?: number | undefined
}

/** What one event of an agent tells. What is undefined stays as it was. */
export interface AgentSignal {
  /** A few words about what it is doing. */
  readonly activity?: string | undefined
  /** How much of its own plan is done. */
  readonly percent?: number | undefined
  readonly usage?: UsageReading | undefined
  /** The error that stands now; null: the last one was overcome. */
  readonly error?: ReportedError | null | undefined
  /** True: the agent says that it has finished. False: it works (again). */
  readonly done?: boolean | undefined
  /** It has taken one more turn. */
  readonly turn?: boolean | undefined
  /** It waits by intention, for so many milliseconds. */
  readonly waitMs?: number | undefined
  readonly session?: string | undefined
  /** Whether it works in a session of the Agent Client Protocol. */
  readonly isSession?: boolean
  readonly model?: string | undefined
  readonly version?: string | undefined
  /** An agent in the background that the process has started, or that has ended. */
  readonly background?: { readonly id: string; readonly isOpen: boolean } | undefined
}

/** What an event says, by kind of agent. */
export type EventReader = (event: Json) => AgentSignal
