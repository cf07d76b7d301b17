import type { AgentSignal } from '../output/agent-signal.ts'
import { at, type JsonObject, minus, numberAt, textAt } from '../output/json-at.ts'
import type { Cli } from './cli.ts'
import { namesAddress, openAi } from './key-routes.ts'

/** Its ACP server has no such setting: there, the key goes inside. */
const byArgument = {
  toVariables: () => ({}),
  toArguments: (address: string) => ['--config', `openai_base_url=${JSON.stringify(address)}`],
  settings: {
    ...{ files: ['.codex/config.toml'], homeFiles: [], variables: [] },
    // Signed in by a file, it would send those tokens to the other address.
    allow: (text: string) => !namesAddress.test(text) && !/"(tokens|OPENAI_API_KEY)"/.test(text),
  },
}

/** OpenAI Codex CLI: https://developers.openai.com/codex/noninteractive */
export const codex: Cli = {
  coAuthor: { name: 'Codex', email: 'noreply@openai.com' },
  env: {},
  // If both are set, it uses the last one: its address must be that of the last.
  keyRoutes: [
    { ...openAi, ...byArgument, key: 'OPENAI_API_KEY' },
    { ...openAi, ...byArgument, key: 'CODEX_API_KEY' },
  ],
  options: {
    model: model => ['--model', model],
    mode: {
      default: 'workspace-write',
      inSandbox: 'danger-full-access', // its own sandbox does not work inside ours
      toArguments: mode => ['--sandbox', mode],
    },
    effort: effort => ['--config', `model_reasoning_effort=${JSON.stringify(effort)}`],
    // Its configuration also names the provider, so it is only ignored if the plan says so.
    noUserConfig: { arguments: ['--ignore-user-config'], isDefault: false },
  },
  toArguments: ({ options, prompt }) => [
    ...['exec', '--json', '--ephemeral', '--skip-git-repo-check'],
    ...options,
    prompt,
  ],
  reportsEnd: true,
  exitCodes: {},
  // https://github.com/openai/codex/issues/31184
  collision: {
    pattern:
      /another Codex process is using its local data|failed to initialize (sqlite|state)|database is locked/,
    reason: 'another codex process was using its database',
  },
  read: readCodexEvent,
}

function readCodexEvent(event: JsonObject): AgentSignal {
  switch (event.type) {
    case 'thread.started':
      return { session: textAt(event, 'thread_id') }
    case 'turn.started':
      return { done: false }
    case 'item.started':
    case 'item.updated':
    case 'item.completed':
      return { activity: toItemActivity(event.item), done: false }
    case 'turn.completed':
      return { usage: { of: 'session', ...toCodexUsage(event.usage) }, done: true, error: null }
    case 'turn.failed':
      return { error: { message: textAt(event, 'error', 'message') ?? 'the turn failed' } }
    case 'error':
      return readErrorEvent(textAt(event, 'message') ?? '')
    default:
      return {}
  }
}

/** "Reconnecting… 2/5" is followed by more. */
function readErrorEvent(message: string): AgentSignal {
  if (/^reconnecting/i.test(message)) return { activity: message, waitMs: 60_000 }
  return message === '' ? {} : { error: { message } }
}

/** Input includes cached tokens, output includes reasoning. */
function toCodexUsage(usage: unknown) {
  const cachedRead = numberAt(usage, 'cached_input_tokens')
  return {
    input: minus(numberAt(usage, 'input_tokens'), cachedRead),
    cachedRead,
    output: numberAt(usage, 'output_tokens'),
  }
}

function toItemActivity(item: unknown): string | undefined {
  if (at(item, 'type') === 'command_execution') return textAt(item, 'command')
  if (at(item, 'type') === 'file_change') return `edit ${textAt(item, 'changes', 0, 'path') ?? ''}`
  return textAt(item, 'text')
}
