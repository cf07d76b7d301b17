import { type EventReader, JsonOutputReader, numberAt, sum, textAt } from '../agent-output.ts'
import type { Cli } from './cli.ts'

/** opencode: https://opencode.ai/docs/cli. Its model is written `provider/model`. */
export const opencode: Cli = {
  program: 'opencode',
  install: 'npm install --global opencode-ai',
  env: { OPENCODE_PERMISSION: '{"*":"allow"}', OPENCODE_DISABLE_AUTOUPDATE: '1' },
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
