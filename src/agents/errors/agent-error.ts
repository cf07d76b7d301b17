import type { ErrorKind } from '../../model/agents/error-kind.ts'

/** Why an agent did not finish. */
export interface AgentError {
  readonly kind: ErrorKind
  /** In the words of the agent, one line. */
  readonly message: string
  /** When trying again makes sense, in milliseconds since 1970, if that is known. */
  readonly retryAt: number | undefined
}
