import type { AgentSignal } from '../output/agent-signal.ts'
import { numberAt, textAt } from '../output/json-at.ts'
import { toMilliseconds } from './reset-time.ts'

/** Reads a limit from claude's events. `allowed` and `allowed_warning` are routine. */
export function readClaudeLimit(info: unknown): AgentSignal {
  if (textAt(info, 'status') !== 'rejected') return {}
  const resetsAt = numberAt(info, 'resetsAt')
  const type = (textAt(info, 'rateLimitType') ?? 'usage').replaceAll('_', ' ')
  return {
    error: {
      message: `the ${type} limit of the account is reached`,
      kind: 'quota',
      resetsAt: resetsAt === undefined ? undefined : toMilliseconds(resetsAt),
    },
  }
}
