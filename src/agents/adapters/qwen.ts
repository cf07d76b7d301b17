import type { AgentSignal } from '../output/agent-signal.ts'
import { at, type JsonObject, minus, numberAt, textAt } from '../output/json-at.ts'
import { readClaudeEvent } from './claude.ts'
import type { Cli } from './cli.ts'
import { openAi } from './key-routes.ts'

/** Qwen Code: https://qwenlm.github.io/qwen-code-docs. Its events have the shape of Claude Code's, its counts do not. */
export const qwen: Cli = {
  coAuthor: { name: 'Qwen-Coder', email: 'qwen-coder@alibabacloud.com' },
  env: {},
  keyRoutes: [openAi],
  options: {
    model: model => ['--model', model],
    mode: {
      default: 'yolo',
      toArguments: mode => ['--approval-mode', mode],
    },
    maxTurns: turns => ['--max-session-turns', String(turns)],
  },
  toArguments: ({ options, prompt }) => [prompt, '--output-format', 'stream-json', ...options],
  reportsEnd: true,
  exitCodes: { 53: 'task' },
  // Its processes share a token, behind a lock: https://github.com/QwenLM/qwen-code/pull/443
  collision: {
    pattern: /Failed to acquire (file )?lock|Lock file is already being held/,
    reason: 'another qwen process was using its sign-in',
  },
  read: readQwenEvent,
}

function readQwenEvent(event: JsonObject): AgentSignal {
  if (event.type === 'system' && event.subtype === 'retry') {
    const waitMs = numberAt(event, 'data', 'delayMs')
    return { activity: 'waits for the service', waitMs }
  }
  const signal = readClaudeEvent(event)
  if (event.type !== 'assistant' && event.type !== 'result') return signal
  const usage = event.type === 'result' ? event.usage : at(event, 'message', 'usage')
  const cachedRead = numberAt(usage, 'cache_read_input_tokens')
  return {
    ...signal,
    usage: {
      of: event.type === 'result' ? 'session' : 'step',
      id: textAt(event, 'message', 'id'),
      input: minus(numberAt(usage, 'input_tokens'), cachedRead), // it includes cached tokens
      cachedRead,
      output: numberAt(usage, 'output_tokens'),
      total: numberAt(usage, 'total_tokens'),
      costUsd: numberAt(event, 'total_cost_usd'),
    },
  }
}
