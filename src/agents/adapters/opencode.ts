import { type EventReader, JsonOutputReader, numberAt, sum, textAt } from '../process/agent-output.ts'
import type { Cli } from './cli.ts'

/** opencode: https://opencode.ai/docs/cli. Its model is written `provider/model`. */
export const opencode: Cli = {
  program: 'opencode',
  install: 'npm install --global opencode-ai',
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
  toArguments: ({ model }, prompt) => [
    ...['run', '--format', 'json'],
    ...(model === undefined ? [] : ['--model', model]),
    prompt,
  ],
  createReader: () => new JsonOutputReader(readOpencodeEvent),
}

const readOpencodeEvent: EventReader = event => {
  if (event.type === 'text') return { activity: textAt(event, 'part', 'text') }
  if (event.type === 'tool_use')
    return { activity: textAt(event, 'part', 'state', 'title') ?? textAt(event, 'part', 'tool') }
  if (event.type === 'error')
    return { error: textAt(event, 'error', 'data', 'message') ?? textAt(event, 'error', 'name') }
  if (event.type !== 'step_finish') return {}
  const count = (...path: string[]) => numberAt(event, 'part', 'tokens', ...path)
  return {
    tokens: sum(
      count('input'),
      count('output'),
      count('reasoning'),
      count('cache', 'read'),
      count('cache', 'write'),
    ),
    costUsd: numberAt(event, 'part', 'cost'),
  }
}
