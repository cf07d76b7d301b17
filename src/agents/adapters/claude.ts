import { at, type EventReader, JsonOutputReader, numberAt, sum, textAt } from '../process/agent-output.ts'
import type { Cli } from './cli.ts'

/** Claude Code: https://code.claude.com/docs/en/headless */
export const claude: Cli = {
  program: 'claude',
  install: 'npm install --global @anthropic-ai/claude-code',
  env: { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' },
  variables: [
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_AUTH_TOKEN',
    'ANTHROPIC_BASE_URL',
    'ANTHROPIC_CUSTOM_HEADERS',
    'CLAUDE_CODE_OAUTH_TOKEN',
  ],
  toArguments: ({ model, maxTurns }, prompt) => [
    ...['--print', prompt, '--output-format', 'stream-json', '--verbose'],
    ...[
      '--permission-mode',
      'acceptEdits',
      '--allowedTools',
      'Bash,Edit,MultiEdit,NotebookEdit,Read,Write,Glob,Grep',
    ],
    ...(model === undefined ? [] : ['--model', model]),
    ...(maxTurns === undefined ? [] : ['--max-turns', String(maxTurns)]),
  ],
  createReader: () => new JsonOutputReader(readClaudeEvent),
}

export const readClaudeEvent: EventReader = event => {
  if (event.type === 'assistant') return { activity: toActivity(at(event, 'message', 'content')) }
  if (event.type !== 'result') return {}
  const usage = at(event, 'usage')
  return {
    tokens: sum(
      numberAt(usage, 'input_tokens'),
      numberAt(usage, 'cache_creation_input_tokens'),
      numberAt(usage, 'cache_read_input_tokens'),
      numberAt(usage, 'output_tokens'),
    ),
    costUsd: numberAt(event, 'total_cost_usd'),
    ...(event.is_error === true ? { error: textAt(event, 'result') } : {}),
  }
}

function toActivity(content: unknown): string | undefined {
  if (!Array.isArray(content)) return undefined
  const last = content.at(-1)
  if (at(last, 'type') === 'text') return textAt(last, 'text')
  if (at(last, 'type') !== 'tool_use') return undefined
  const input = at(last, 'input')
  const detail = textAt(input, 'command') ?? textAt(input, 'file_path') ?? textAt(input, 'pattern') ?? ''
  return `${textAt(last, 'name') ?? 'tool'} ${detail}`
}
