import { type EventReader, JsonOutputReader, numberAt, sum, textAt } from '../process/agent-output.ts'
import type { Cli } from './cli.ts'

/** Gemini CLI: https://geminicli.com/docs/cli/headless */
export const gemini: Cli = {
  program: 'gemini',
  install: 'npm install --global @google/gemini-cli',
  env: {},
  variables: [
    'GEMINI_API_KEY',
    'GOOGLE_API_KEY',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'GOOGLE_CLOUD_LOCATION',
    'GOOGLE_CLOUD_PROJECT',
    'GOOGLE_GEMINI_BASE_URL',
    'GOOGLE_GENAI_USE_VERTEXAI',
  ],
  toArguments: ({ model }, prompt) => [
    ...['--prompt', prompt, '--output-format', 'stream-json', '--approval-mode', 'yolo', '--skip-trust'],
    ...(model === undefined ? [] : ['--model', model]),
  ],
  createReader: () => new JsonOutputReader(readGeminiEvent),
}

const readGeminiEvent: EventReader = event => {
  if (event.type === 'message' && event.role === 'assistant') return { activity: textAt(event, 'content') }
  if (event.type === 'tool_use')
    return { activity: `${textAt(event, 'tool_name') ?? 'tool'} ${toDetail(event)}` }
  if (event.type === 'error') return { error: textAt(event, 'message') }
  if (event.type !== 'result') return {}
  const { stats } = event
  const parts = sum(numberAt(stats, 'input_tokens'), numberAt(stats, 'output_tokens'))
  return { tokens: numberAt(stats, 'total_tokens') ?? parts, error: textAt(event, 'error', 'message') }
}

function toDetail(event: Readonly<Record<string, unknown>>): string {
  return textAt(event, 'parameters', 'command') ?? textAt(event, 'parameters', 'file_path') ?? ''
}
