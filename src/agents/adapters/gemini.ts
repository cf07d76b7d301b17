import type { AgentSignal } from '../output/agent-signal.ts'
import { type JsonObject, minus, numberAt, sum, textAt } from '../output/json-at.ts'
import type { Cli } from './cli.ts'
import { byVariable, google } from './key-routes.ts'

/** Gemini CLI: https://geminicli.com/docs/cli/headless */
export const gemini: Cli = {
  coAuthor: { name: 'Gemini', email: 'noreply@google.com' },
  env: {},
  // With another address, it needs to be told by its settings that it has a key.
  keyRoutes: [
    {
      ...google,
      ...byVariable('GOOGLE_GEMINI_BASE_URL'),
      settings: {
        ...{ files: [], homeFiles: [], variables: ['GOOGLE_GENAI_USE_VERTEXAI'] },
        allow: text => text.includes('"gemini-api-key"'),
      },
    },
  ],
  options: {
    model: model => ['--model', model],
    mode: {
      default: 'yolo',
      toArguments: mode => ['--approval-mode', mode],
    },
  },
  toArguments: ({ options, prompt }) => [
    ...['--prompt', prompt, '--output-format', 'stream-json', '--skip-trust'],
    ...options,
  ],
  reportsEnd: true,
  exitCodes: { 41: 'permanent', 53: 'task', 145: 'permanent' },
  // All processes of a user rename the same temporary file: https://github.com/google-gemini/gemini-cli/issues/22583
  collision: {
    pattern: /Failed to save project registry|ENOENT: no such file or directory, rename '[^']*\.gemini\//,
    reason: 'its files were in use by another gemini',
  },
  read: readGeminiEvent,
}

function readGeminiEvent(event: JsonObject): AgentSignal {
  switch (event.type) {
    case 'init':
      return { session: textAt(event, 'session_id'), model: textAt(event, 'model') }
    case 'message':
      return event.role === 'assistant' ? { activity: textAt(event, 'content'), done: false } : {}
    case 'tool_use':
      return { activity: `${textAt(event, 'tool_name') ?? 'tool'} ${toDetail(event)}`, done: false }
    case 'error':
      return readErrorEvent(event)
    case 'result':
      return readResult(event)
    default:
      return {}
  }
}

function readErrorEvent(event: JsonObject): AgentSignal {
  const message = textAt(event, 'message') ?? 'error'
  return event.severity === 'warning' ? { activity: message } : { error: { message } }
}

/** Input includes cached tokens; output excludes thoughts, which only the total includes. */
function readResult(event: JsonObject): AgentSignal {
  const { stats } = event
  const all = numberAt(stats, 'input_tokens')
  const cachedRead = numberAt(stats, 'cached')
  const output = numberAt(stats, 'output_tokens')
  const total = numberAt(stats, 'total_tokens') ?? sum(all, output)
  const failed = event.status === 'error' || textAt(event, 'error', 'message') !== undefined
  const message = textAt(event, 'error', 'message') ?? 'the session ended with an error'
  return {
    done: !failed,
    error: failed ? { message, type: textAt(event, 'error', 'type') } : null,
    usage: {
      of: 'session',
      input: minus(all, cachedRead),
      cachedRead,
      output: total === undefined ? output : minus(total, all),
      total,
    },
  }
}

function toDetail(event: JsonObject): string {
  return textAt(event, 'parameters', 'command') ?? textAt(event, 'parameters', 'file_path') ?? ''
}
