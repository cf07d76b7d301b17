import { readClaudeLimit } from '../errors/claude-limit.ts'
import type { AgentSignal, ReportedError, UsageReading } from '../output/agent-signal.ts'
import { at, type JsonObject, listAt, numberAt, textAt } from '../output/json-at.ts'

/** Events of a session, as in the log of the task, one JSON object a line: updates of the protocol as received (shortened), and these. */
export type SessionEvent =
  | {
      readonly acp: 'session'
      readonly id: string
      readonly version?: string | undefined
      readonly model?: string | undefined
    }
  | { readonly acp: 'message'; readonly text: string }
  | {
      readonly acp: 'permission'
      readonly title: string
      readonly answer: 'allowed' | 'refused'
      readonly reason?: string
    }
  | { readonly acp: 'prompt' }
  /** Cost of the turn so far, in US dollars. */
  | { readonly acp: 'cost'; readonly usd: number }
  /** A turn has ended. Usage is that of the attempt so far. */
  | { readonly acp: 'turn'; readonly stopReason: string; readonly usage: Omit<UsageReading, 'of'> }
  | { readonly acp: 'error'; readonly error: ReportedError }
  /** Its server is unusable: from here on it runs by its command line. */
  | { readonly acp: 'unfit'; readonly reason: string }

/** Whether an object from a log is an event of a session. */
export function isSessionEvent(event: JsonObject): boolean {
  return typeof event.acp === 'string' || typeof event.sessionUpdate === 'string'
}

export function readSessionEvent(event: JsonObject): AgentSignal {
  switch (event.acp) {
    case 'session':
      return {
        session: textAt(event, 'id'),
        isSession: true,
        version: textAt(event, 'version'),
        model: textAt(event, 'model'),
        done: false,
      }
    case 'message':
      return readMessage(textAt(event, 'text') ?? '')
    case 'permission':
      return { activity: toPermissionActivity(event), done: false }
    case 'prompt': // usage is unknown until it has ended
      return { done: false, usage: { of: 'step', id: 'turn' } }
    case 'cost':
      return { usage: { of: 'step', id: 'turn', costUsd: numberAt(event, 'usd') } }
    case 'unfit':
      return {
        activity: `continues as a command line, because its ACP server cannot be used: ${textAt(event, 'reason') ?? ''}`,
        error: null,
      }
    case 'turn':
      return readTurn(event)
    case 'error':
      return { error: event.error as ReportedError, done: false }
    default:
      return readUpdate(event)
  }
}

/** What codex-acp says instead of reporting an error: https://github.com/openai/codex/issues/8658 */
const errorMessage = /^(We[’']re currently experiencing high demand|Selected model is at capacity)/

function readMessage(text: string): AgentSignal {
  const error: ReportedError | null = errorMessage.test(text) ? { message: text, kind: 'transient' } : null
  return { activity: text, done: false, error }
}

function readUpdate(update: JsonObject): AgentSignal {
  switch (update.sessionUpdate) {
    case 'tool_call':
    case 'tool_call_update':
      return { activity: toToolActivity(update), done: false, ...toClosedError(update) }
    case 'plan':
      return { activity: toPlanActivity(update), percent: toPercent(update) }
    case 'usage_update':
      return readClaudeLimit(at(update, '_meta', '_claude/rateLimit'))
    default:
      return {}
  }
}

/** Any other activity means that the agent has recovered from an error. */
function toClosedError({ sessionUpdate }: JsonObject): AgentSignal {
  return sessionUpdate === 'tool_call' ? { error: null } : {}
}

function toToolActivity(update: JsonObject): string | undefined {
  const title = textAt(update, 'title')
  if (title === undefined) return undefined
  const path = textAt(update, 'locations', 0, 'path')
  return path === undefined || title.includes(path.split('/').at(-1) as string) ? title : `${title} ${path}`
}

function toPermissionActivity(event: JsonObject): string | undefined {
  if (event.answer !== 'refused') return undefined
  return `was refused: ${textAt(event, 'title') ?? 'a tool'} (${textAt(event, 'reason') ?? ''})`
}

function toPercent(plan: JsonObject): number | undefined {
  const states = listAt(plan, 'entries').map(entry => textAt(entry, 'status'))
  if (states.length === 0) return undefined
  const done = states.filter(state => state === 'completed').length
  const started = states.filter(state => state === 'in_progress').length
  return Math.round((100 * (done + started / 2)) / states.length)
}

function toPlanActivity(plan: JsonObject): string | undefined {
  const current = listAt(plan, 'entries').find(entry => at(entry, 'status') === 'in_progress')
  return textAt(current, 'content')
}

const stopErrors: Readonly<Record<string, string>> = {
  max_tokens: 'reached the limit of tokens of its model',
  max_turn_requests: 'reached its limit of turns',
  refusal: 'refused to continue',
  cancelled: 'reported its turn as cancelled',
}

/** A turn succeeds only if the agent ended it by itself. An error reported earlier in the turn still counts. */
function readTurn(event: JsonObject): AgentSignal {
  const stopReason = textAt(event, 'stopReason') ?? 'nothing'
  const isDone = stopReason === 'end_turn'
  const message = stopErrors[stopReason] ?? `ended its turn with an unknown reason: ${stopReason}`
  return {
    done: isDone,
    turn: true,
    ...(isDone ? {} : { error: { message, kind: 'task' } }),
    usage: { of: 'session', ...(event.usage as object | undefined) },
  }
}
