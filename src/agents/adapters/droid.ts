import type { AgentSignal } from '../output/agent-signal.ts'
import { type JsonObject, textAt } from '../output/json-at.ts'
import { toClaudeUsage } from './claude.ts'
import type { Cli } from './cli.ts'

/** Factory's droid: https://docs.factory.ai/cli/droid-exec/overview */
export const droid: Cli = {
  coAuthor: { name: 'factory-droid[bot]', email: '138933559+factory-droid[bot]@users.noreply.github.com' },
  env: {},
  keyRoutes: [],
  options: {
    model: model => ['--model', model],
    mode: {
      default: 'high',
      toArguments: mode => ['--auto', mode],
    },
    effort: effort => ['--reasoning-effort', effort],
  },
  toArguments: ({ options, promptFile }) => [
    ...['exec', '-f', promptFile, '--output-format', 'stream-json'],
    ...options,
  ],
  exitCodes: {},
  read: readDroidEvent,
}

function readDroidEvent(event: JsonObject): AgentSignal {
  const session = textAt(event, 'session_id')
  switch (event.type) {
    case 'system':
      return { session, model: textAt(event, 'model') }
    case 'message':
      return event.role === 'assistant' ? { activity: textAt(event, 'text'), done: false, error: null } : {}
    case 'tool_call':
      return { activity: toToolActivity(event), done: false }
    case 'error':
      return { error: { message: textAt(event, 'message') ?? 'error', type: textAt(event, 'source') } }
    case 'completion':
      return readCompletion(event)
    default:
      return {}
  }
}

function readCompletion(event: JsonObject): AgentSignal {
  const failed = event.isError === true
  const message = textAt(event, 'finalText') ?? 'the session ended with an error'
  return {
    done: !failed,
    error: failed ? { message } : null,
    usage: { of: 'session', ...toClaudeUsage(event.usage) },
  }
}

function toToolActivity(event: JsonObject): string {
  const detail = textAt(event, 'parameters', 'command') ?? textAt(event, 'parameters', 'file_path') ?? ''
  return `${textAt(event, 'toolName') ?? 'tool'} ${detail}`
}
