import type { AgentSignal } from '../output/agent-signal.ts'
import { at, type JsonObject, minus, numberAt, sum, textAt } from '../output/json-at.ts'
import type { Cli } from './cli.ts'
import { byVariable, openAi } from './key-routes.ts'

/** GitHub Copilot CLI: https://docs.github.com/en/copilot/concepts/agents/about-copilot-cli */
export const copilot: Cli = {
  coAuthor: { name: 'Copilot', email: '223556219+Copilot@users.noreply.github.com' },
  env: { COPILOT_AUTO_UPDATE: 'false' },
  keyRoutes: [{ ...openAi, ...byVariable('COPILOT_PROVIDER_BASE_URL'), key: 'COPILOT_PROVIDER_API_KEY' }],
  options: {
    model: model => ['--model', model],
    effort: effort => ['--reasoning-effort', effort],
    maxTurns: 'counted',
  },
  toArguments: ({ options, prompt, usageFile }) => [
    ...['-p', prompt, '--allow-all-tools', '--no-ask-user', '--output-format', 'json'],
    ...['--usage-output-file', usageFile],
    ...options,
  ],
  exitCodes: {},
  // https://github.com/github/copilot-sdk/issues/1814
  collision: {
    pattern: /database is locked|SQLITE_BUSY/,
    reason: 'another copilot process was using its database',
  },
  read: readCopilotEvent,
  readUsageFile,
}

function readCopilotEvent(event: JsonObject): AgentSignal {
  const { data } = event
  switch (event.type) {
    case 'session.start':
      return { session: textAt(data, 'sessionId'), version: textAt(data, 'copilotVersion') }
    case 'assistant.turn_start':
      return { done: false, turn: true }
    case 'assistant.message':
      return { activity: textAt(data, 'content'), done: false, error: null }
    case 'tool.execution_start':
      return { activity: toToolActivity(data), done: false }
    case 'session.error':
      return {
        error: {
          message: textAt(data, 'message') ?? 'error',
          type: textAt(data, 'errorType'),
          status: numberAt(data, 'statusCode'),
        },
      }
    case 'result':
      return { session: textAt(event, 'sessionId'), done: numberAt(event, 'exitCode') === 0 }
    default:
      return {}
  }
}

function toToolActivity(data: unknown): string {
  const detail = textAt(data, 'arguments', 'command') ?? textAt(data, 'arguments', 'path') ?? ''
  return `${textAt(data, 'toolName') ?? 'tool'} ${detail}`
}

/** Input includes cached tokens. */
function readUsageFile(content: JsonObject): AgentSignal {
  const models = Object.values((at(content, 'modelMetrics') as object | undefined) ?? {})
  const add = (key: string) =>
    sum(...models.map(model => numberAt(model, 'usage', key))) ?? numberAt(content, 'usage', key)
  const cachedRead = add('cacheReadTokens')
  const cachedWrite = add('cacheWriteTokens')
  return {
    usage: {
      of: 'session',
      input: minus(add('inputTokens'), cachedRead, cachedWrite),
      cachedRead,
      cachedWrite,
      output: add('outputTokens'),
    },
  }
}
