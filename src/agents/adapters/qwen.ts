import { JsonOutputReader } from '../process/agent-output.ts'
import { readClaudeEvent } from './claude.ts'
import type { Cli } from './cli.ts'

/** Qwen Code: https://qwenlm.github.io/qwen-code-docs. Its events have the shape of Claude Code's. */
export const qwen: Cli = {
  program: 'qwen',
  install: 'npm install --global @qwen-code/qwen-code',
  env: {},
  variables: ['DASHSCOPE_API_KEY', 'OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL'],
  toArguments: ({ model }, prompt) => [
    ...[prompt, '--output-format', 'stream-json', '--yolo'],
    ...(model === undefined ? [] : ['--model', model]),
  ],
  createReader: () => new JsonOutputReader(readClaudeEvent),
}
