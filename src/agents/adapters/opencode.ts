import type { Environment } from '../../model/plan.ts'
import type { AgentSignal } from '../output/agent-signal.ts'
import { type JsonObject, numberAt, textAt } from '../output/json-at.ts'
import type { Cli } from './cli.ts'
import { anthropic, byProvider, google, isExtensible, namesAddress, openAi } from './key-routes.ts'

const contentVariable = 'OPENCODE_CONFIG_CONTENT'

/** https://opencode.ai/docs/config */
const settings = {
  files: ['opencode.json', 'opencode.jsonc', '.opencode/opencode.json', '.opencode/opencode.jsonc'],
  homeFiles: ['opencode.json', 'opencode.jsonc', 'config.json'].map(name => `.config/opencode/${name}`),
  variables: ['OPENCODE_CONFIG', 'OPENCODE_CONFIG_DIR'],
  allow: (text: string, env: Environment) => !namesAddress.test(text) && isExtensible(env[contentVariable]),
}
const toProvider = (name: string) => ({ ...byProvider(contentVariable, name), settings })

/** opencode: https://opencode.ai/docs/cli. Its model is written `provider/model`. */
export const opencode: Cli = {
  coAuthor: { name: 'opencode', email: 'noreply@opencode.ai' },
  env: { OPENCODE_PERMISSION: '{"*":"allow"}', OPENCODE_DISABLE_AUTOUPDATE: '1' },
  keyRoutes: [
    {
      ...{ ...anthropic, ...toProvider('anthropic'), service: `${anthropic.service}/v1` },
      ...{ key: 'ANTHROPIC_API_KEY', header: ['x-api-key', '{}'] as const },
    },
    { ...openAi, ...toProvider('openai') },
    {
      ...google,
      ...toProvider('google'),
      key: 'GOOGLE_GENERATIVE_AI_API_KEY',
      service: `${google.service}/v1beta`,
    },
    {
      ...openAi,
      ...toProvider('openrouter'),
      key: 'OPENROUTER_API_KEY',
      service: 'https://openrouter.ai/api/v1',
    },
  ],
  options: { model: model => ['--model', model], maxTurns: 'counted' },
  toArguments: ({ options, prompt }) => ['run', '--format', 'json', ...options, prompt],
  exitCodes: {},
  // Two that start at once on a new machine both create the tables of its SQLite database.
  collision: {
    pattern: /Failed query:|Failed to execute statement|database is locked|SQLITE_BUSY/,
    reason: 'another opencode process was using its database',
  },
  read: readOpencodeEvent,
}

function readOpencodeEvent(event: JsonObject): AgentSignal {
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

/** A step that ends with tool calls is followed by another. */
function readStep(event: JsonObject, session: string | undefined): AgentSignal {
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
