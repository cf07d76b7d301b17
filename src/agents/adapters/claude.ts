import { readClaudeLimit } from '../errors/claude-limit.ts'
import type { AgentSignal, ReportedError, UsageReading } from '../output/agent-signal.ts'
import { at, type JsonObject, listAt, numberAt, sum, textAt } from '../output/json-at.ts'
import { toolServerName } from '../tools/tool-server-name.ts'
import type { Cli } from './cli.ts'
import { anthropic } from './key-routes.ts'

/** Claude Code: https://code.claude.com/docs/en/headless */
export const claude: Cli = {
  coAuthor: { name: 'Claude', email: 'noreply@anthropic.com' },
  env: { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' },
  keyRoutes: [
    { ...anthropic, key: 'ANTHROPIC_API_KEY', header: ['x-api-key', '{}'] },
    { ...anthropic, key: 'ANTHROPIC_AUTH_TOKEN', header: ['authorization', 'Bearer {}'] },
  ],
  options: {
    model: model => ['--model', model],
    mode: {
      default: 'acceptEdits',
      toArguments: mode => ['--permission-mode', mode],
    },
    effort: effort => ['--effort', effort],
    maxTurns: turns => ['--max-turns', String(turns)],
    tools: ([command, ...args]) => [
      ...['--mcp-config', JSON.stringify({ mcpServers: { [toolServerName]: { command, args } } })],
      ...['--allowedTools', `mcp__${toolServerName}`],
    ],
    noUserConfig: {
      arguments: ['--setting-sources', 'project', '--strict-mcp-config'],
      isDefault: true,
    },
  },
  toArguments: ({ options, prompt }) => [
    ...['--print', prompt, '--output-format', 'stream-json', '--verbose'],
    ...['--allowedTools', 'Bash,Edit,MultiEdit,NotebookEdit,Read,Write,Glob,Grep'],
    ...options,
  ],
  toSessionMeta: ({ maxTurns, userConfig }) => ({
    claudeCode: {
      options: {
        allowedTools: ['Bash', 'Read', 'Glob', 'Grep', `mcp__${toolServerName}`],
        ...(maxTurns === undefined ? {} : { maxTurns }),
        ...(userConfig === true ? {} : { settingSources: ['project'], strictMcpConfig: true }),
      },
    },
  }),
  reportsEnd: true,
  exitCodes: {},
  // All processes of a user write ~/.claude.json: https://github.com/anthropics/claude-code/issues/28847
  collision: {
    pattern:
      /Claude configuration file at .*corrupted|EBUSY: resource busy or locked|Lock file is already being held/,
    reason: 'another claude process was using its configuration',
  },
  read: readClaudeEvent,
}

export function readClaudeEvent(event: JsonObject): AgentSignal {
  switch (event.type) {
    case 'system':
      return readSystemEvent(event)
    case 'assistant':
      return readMessage(event)
    case 'user':
      return { done: false }
    case 'rate_limit_event':
      return readClaudeLimit(event.rate_limit_info)
    case 'result':
      return readResult(event)
    default:
      return {}
  }
}

function readSystemEvent(event: JsonObject): AgentSignal {
  const id = textAt(event, 'task_id')
  switch (event.subtype) {
    case 'init':
      return {
        session: textAt(event, 'session_id'),
        model: textAt(event, 'model'),
        version: textAt(event, 'claude_code_version'),
      }
    case 'api_retry':
      return {
        activity: `waits for the service, try ${numberAt(event, 'attempt') ?? '?'}`,
        waitMs: numberAt(event, 'retry_delay_ms'),
      }
    case 'task_started': // shells in the background do not delay the end: only agents do
      return id === undefined || textAt(event, 'task_type') === 'local_bash'
        ? {}
        : { background: { id, isOpen: true } }
    case 'task_notification':
      return id === undefined ? {} : { background: { id, isOpen: false } }
    default:
      return {}
  }
}

/** The same message comes once for each part of its content, each time with its whole usage. */
function readMessage(event: JsonObject): AgentSignal {
  const message = event.message
  const error = textAt(event, 'error')
  const text = textAt(message, 'content', 0, 'text')
  const model = textAt(message, 'model')
  return {
    activity: toContentActivity(listAt(message, 'content')),
    done: false,
    ...(model === undefined || model === '<synthetic>' ? {} : { model }),
    usage: { of: 'step', id: textAt(message, 'id'), ...toClaudeUsage(at(message, 'usage')) },
    ...(error === undefined ? {} : { error: { message: text ?? error, type: error } }),
  }
}

/** With agents in the background there are several results. Costs and usage by model cover the process, `usage` does not. */
function readResult(event: JsonObject): AgentSignal {
  const models = Object.values((at(event, 'modelUsage') as object | undefined) ?? {})
  const add = (key: string) => sum(...models.map(model => numberAt(model, key)))
  const byModel = {
    input: add('inputTokens'),
    cachedRead: add('cacheReadInputTokens'),
    cachedWrite: add('cacheCreationInputTokens'),
    output: add('outputTokens'),
  }
  const tokens = models.length === 0 ? toClaudeUsage(event.usage) : byModel
  const error = tryResultError(event)
  return {
    done: error === undefined,
    error: error ?? null,
    session: textAt(event, 'session_id'),
    usage: { of: 'session', ...tokens, costUsd: numberAt(event, 'total_cost_usd') },
  }
}

function tryResultError(event: JsonObject): ReportedError | undefined {
  const subtype = textAt(event, 'subtype') ?? ''
  if (event.is_error !== true && !subtype.startsWith('error')) return undefined
  const turns = numberAt(event, 'num_turns')
  if (subtype === 'error_max_turns')
    return { message: `reached ${turns ?? 'its limit of'} turns`, kind: 'task' }
  if (subtype === 'error_max_budget_usd') return { message: 'reached its limit of cost', kind: 'task' }
  const errors = listAt(event, 'errors').filter(error => typeof error === 'string')
  const message = textAt(event, 'result') ?? errors.at(-1) ?? textAt(event, 'error', 'message') ?? subtype
  return { message, status: numberAt(event, 'api_error_status') }
}

export function toClaudeUsage(usage: unknown): Omit<UsageReading, 'of'> {
  return {
    input: numberAt(usage, 'input_tokens'),
    cachedRead: numberAt(usage, 'cache_read_input_tokens'),
    cachedWrite: numberAt(usage, 'cache_creation_input_tokens'),
    output: numberAt(usage, 'output_tokens'),
  }
}

function toContentActivity(content: readonly unknown[]): string | undefined {
  const last = content.at(-1)
  if (at(last, 'type') === 'text') return textAt(last, 'text')
  if (at(last, 'type') !== 'tool_use') return undefined
  const input = at(last, 'input')
  const detail = textAt(input, 'command') ?? textAt(input, 'file_path') ?? textAt(input, 'pattern') ?? ''
  return `${textAt(last, 'name') ?? 'tool'} ${detail}`
}
