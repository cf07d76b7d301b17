import { at, type EventReader, JsonOutputReader, numberAt, sum, textAt } from '../process/agent-output.ts'
import type { Cli } from './cli.ts'

/** OpenAI Codex CLI: https://developers.openai.com/codex/noninteractive */
export const codex: Cli = {
  program: 'codex',
  install: 'npm install --global @openai/codex',
  env: {},
  variables: ['CODEX_API_KEY', 'CODEX_HOME', 'OPENAI_API_KEY', 'OPENAI_BASE_URL'],
  toArguments: ({ model }, prompt) => [
    ...['exec', '--json', '--ephemeral', '--skip-git-repo-check', '--sandbox', 'workspace-write'],
    ...(model === undefined ? [] : ['--model', model]),
    prompt,
  ],
  createReader: () => new JsonOutputReader(readCodexEvent),
}

const readCodexEvent: EventReader = event => {
  if (event.type === 'item.started' || event.type === 'item.completed')
    return { activity: toActivity(event.item) }
  if (event.type === 'turn.completed') {
    return {
      tokens: sum(numberAt(event, 'usage', 'input_tokens'), numberAt(event, 'usage', 'output_tokens')),
    }
  }
  if (event.type === 'error') return { error: textAt(event, 'message') }
  if (event.type === 'turn.failed') return { error: textAt(event, 'error', 'message') }
  return {}
}

function toActivity(item: unknown): string | undefined {
  if (at(item, 'type') === 'command_execution') return textAt(item, 'command')
  if (at(item, 'type') === 'file_change') return `edit ${textAt(item, 'changes', 0, 'path') ?? ''}`
  return textAt(item, 'text')
}
