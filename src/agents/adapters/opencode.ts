import type { AgentSignal } from '../output/agent-signal.ts'
import { type Json, numberAt, textAt } from '../output/json-at.ts'
import type { Cli } from './cli.ts'

/** opencode: https://opencode.ai/docs/cli. Its model is written `provider/model`. */
export const opencode: Cli = {
  program: 'opencode',
  install: 'npm install --global opencode-ai',
  tried: '1.18.33',
  coAuthor: { name: 'opencode', email: 'noreply@opencode.ai' },
  signIn: 'run "opencode auth login"',
  acp: { command: ['opencode', 'acp'], tried: '1.18.33', modes: ['build', 'plan'], hasEffort: false },
  env: { OPENCODE_PERMISSION: '{"*":"allow"}', OPENCODE_DISABLE_AUTOUPDATE: '1' },
  variables: [
    'ANTHROPIC_API_KEY',
    'GEMINI_API_KEY',
    'GOOGLE_GENERATIVE_AI_API_KEY',
    'OPENAI_API_KEY',
    'OPENCODE_CONFIG',
    'OPENCODE_CONFIG_CONTENT',
    'OPENCODE_CONFIG_DIR',
    'OPENROUTER_API_KEY',
  ],
  hosts: [
    'opencode.ai',
    'models.dev',
    'api.anthropic.com',
    'api.openai.com',
    'generativelanguage.googleapis.com',
    'openrouter.ai',
  ],
  keyRoutes: [],
  options: { model: model => ['--model', model], maxTurns: 'counted' },
  toArguments: ({ options, prompt }) => ['run', '--format', 'json', ...options, prompt],
  exitCodes: {},
  read: readOpencodeEvent,
}

function readOpencodeEvent(event: Json): AgentSignal {
  const session = textAt(event, 'sessionID')
  switch (event.type) {
    case 'text':
      return { activity: textAt(event, 'part', 'text'), session, done: false }
    case 'tool_use':
      return {
        activity: textAt(event, 'part', 'state', 'title') ?? textAt(event, 'part', 'tool'),
        session,
        done: false,
      }
    case 'error':
      return {
        error: {
          message: textAt(event, 'error', 'data', 'message') ?? textAt(event, 'error', 'name') ?? 'error',
          type: textAt(event, 'error', 'name'),
          status: numberAt(event, 'error', 'data', 'statusCode'),
        },
      }
    case 'step_finish':
      return readStep(event, session)
    default:
      return {}
  }
}

/** A step that ends with tool calls is followed by another one. */
function readStep(event: Json, session: string | undefined): AgentSignal {
  const count = (...path: string[]) => numberAt(event, 'part', 'tokens', ...path)
  const reasoning = count('reasoning') ?? 0
  const output = count('output')
  return {
    session,
    turn: true,
    done: textAt(event, 'part', 'reason') === 'stop',
    error: null,
    usage: {
      of: 'step',
      id: textAt(event, 'part', 'id'),
      input: count('input'),
      cachedRead: count('cache', 'read'),
      cachedWrite: count('cache', 'write'),
      output: output === undefined ? undefined : output + reasoning,
      costUsd: numberAt(event, 'part', 'cost'),
    },
  }
}
