import type { AgentSignal } from '../output/agent-signal.ts'
import { at, type JsonObject, numberAt, textAt } from '../output/json-at.ts'
import type { Cli } from './cli.ts'

/** pi coding agent, under its current and its older package name. Its model is written `provider/model`. */
export const pi: Cli = {
  coAuthor: undefined,
  env: {},
  keyRoutes: [],
  options: { model: toModelArguments, effort: effort => ['--thinking', effort], maxTurns: 'counted' },
  toArguments: ({ options, prompt }) => ['--print', prompt, '--mode', 'json', '--no-session', ...options],
  exitCodes: {},
  read: readPiEvent,
}

function toModelArguments(model: string): readonly string[] {
  const [provider = '', ...name] = model.split('/')
  return name.length === 0 ? ['--model', model] : ['--provider', provider, '--model', name.join('/')]
}

function readPiEvent(event: JsonObject): AgentSignal {
  switch (event.type) {
    case 'session':
      return { session: textAt(event, 'id') }
    case 'tool_execution_start':
      return { activity: textAt(event, 'toolName'), done: false }
    case 'auto_retry_start':
      return { activity: 'waits for the service', waitMs: numberAt(event, 'delayMs') }
    case 'auto_retry_end':
      return event.success === true ? { error: null } : toError(textAt(event, 'finalError'))
    case 'message_end':
      return at(event, 'message', 'role') === 'assistant' ? readMessage(event.message) : {}
    case 'agent_end':
      return { done: true }
    default:
      return {}
  }
}

/** It ends with exit code 0 also after an error. */
function readMessage(message: unknown): AgentSignal {
  const isError = at(message, 'stopReason') === 'error'
  const text = textAt(message, 'errorMessage') ?? (isError ? 'the service reported an error' : undefined)
  const usage = at(message, 'usage')
  return {
    activity: textAt(message, 'content', 0, 'text'),
    model: textAt(message, 'model'),
    turn: true,
    done: false,
    ...(isError ? toError(text) : { error: null }),
    usage: {
      of: 'step',
      input: numberAt(usage, 'input'),
      cachedRead: numberAt(usage, 'cacheRead'),
      cachedWrite: numberAt(usage, 'cacheWrite'),
      output: numberAt(usage, 'output'),
      total: numberAt(usage, 'totalTokens'),
      costUsd: numberAt(usage, 'cost', 'total'),
    },
  }
}

function toError(message: string | undefined): AgentSignal {
  return message === undefined ? {} : { error: { message } }
}
