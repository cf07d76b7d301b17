import type { ErrorKind } from '../../model/agents/error-kind.ts'

/** Why an agent did not finish. */
export interface AgentError {
  readonly kind: ErrorKind
  /** The agent's own message, on one line. */
  readonly message: string
  /** When a retry makes sense, in milliseconds since 1970, if known. */
  readonly retryAt: number | undefined
}
