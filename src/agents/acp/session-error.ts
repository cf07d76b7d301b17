import type { ReportedError } from '../output/agent-signal.ts'
import { at, numberAt, textAt } from '../output/json-at.ts'

/** Ends a turn with a message of known kind. */
export class SessionError extends Error {
  readonly reported: ReportedError

  constructor(reported: ReportedError) {
    super(reported.message)
    this.reported = reported
  }
}

const authRequired = -32000

export function isSignInRequired(error: unknown): boolean {
  return numberOf(error) === authRequired
}

/** A protocol error, with its kind. */
export function toReportedError(error: unknown): ReportedError {
  if (error instanceof SessionError) return error.reported
  const data = at(error, 'data')
  const words = [
    error instanceof Error ? error.message : String(error),
    textAt(data, 'details'),
    textAt(data, 'message'),
    textAt(data, 'error', 'message'),
    typeof data === 'string' ? data : undefined,
  ].filter(text => text !== undefined)
  const message = [...new Set(words)].join(': ').replace(/^Internal error: /, '')
  if (isSignInRequired(error)) return { message: `it is not signed in: ${message}`, kind: 'permanent' }
  return {
    message,
    type: textAt(data, 'errorKind') ?? textAt(data, 'type') ?? textAt(data, 'codexErrorInfo'),
    status: numberAt(data, 'status') ?? numberAt(data, 'statusCode') ?? numberAt(data, 'httpStatusCode'),
  }
}

function numberOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code
}
