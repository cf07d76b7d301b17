import { at, type EventReader, JsonOutputReader, numberAt, textAt } from '../process/agent-output.ts'
import type { Cli } from './cli.ts'

/** pi coding agent. Its model is written `provider/model`. */
export const pi: Cli = {
  program: 'pi',
  install: 'npm install --global @mariozechner/pi-coding-agent',
  env: {},
  variables: [
    'ANTHROPIC_API_KEY',
    'GEMINI_API_KEY',
    'OPENAI_API_KEY',
    'OPENROUTER_API_KEY',
    'PI_CODING_AGENT_DIR',
  ],
  toArguments: ({ model }, prompt) => {
    const [provider, ...name] = (model ?? '').split('/')
    const choice =
      name.length === 0 ? ['--model', model ?? ''] : ['--provider', provider ?? '', '--model', name.join('/')]
    return ['--print', prompt, '--mode', 'json', '--no-session', ...(model === undefined ? [] : choice)]
  },
  createReader: () => new JsonOutputReader(readPiEvent),
}

const readPiEvent: EventReader = event => {
  if (event.type === 'tool_execution_start') return { activity: textAt(event, 'toolName') }
  if (event.type !== 'message_end' || at(event, 'message', 'role') !== 'assistant') return {}
  return {
    activity: textAt(event, 'message', 'content', 0, 'text'),
    tokens: numberAt(event, 'message', 'usage', 'totalTokens'),
    costUsd: numberAt(event, 'message', 'usage', 'cost', 'total'),
    error: textAt(event, 'message', 'errorMessage'),
  }
}
