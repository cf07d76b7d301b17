import { describe, expect, test } from '@jest/globals'
import { clis } from '../../src/agents/adapters/clis.ts'
import { PlainOutputReader, toActivity } from '../../src/agents/process/agent-output.ts'
import type { KnownAgent } from '../../src/model/known-agents.ts'

function readAll(agent: KnownAgent, events: readonly (object | string)[]) {
  const reader = clis[agent].createReader()
  const activities = events.map(event =>
    reader.take(typeof event === 'string' ? event : JSON.stringify(event)),
  )
  return {
    activities: activities.filter(text => text !== undefined),
    usage: reader.usage(),
    trouble: reader.trouble(),
  }
}

describe('the output of', () => {
  test('claude is read for activity, tokens and cost', () => {
    const result = readAll('claude', [
      { type: 'system', subtype: 'init' },
      { type: 'assistant', message: { content: [{ type: 'text', text: 'Looking around.' }] } },
      {
        type: 'assistant',
        message: { content: [{ type: 'tool_use', name: 'Bash', input: { command: 'npm test' } }] },
      },
      {
        type: 'result',
        total_cost_usd: 0.21,
        usage: { input_tokens: 10, cache_read_input_tokens: 100, output_tokens: 5 },
      },
    ])
    expect(result).toEqual({
      activities: ['Looking around.', 'Bash npm test'],
      usage: { tokens: 115, costUsd: 0.21 },
      trouble: undefined,
    })
  })

  test('codex is read for activity and tokens; its cost is not known', () => {
    const result = readAll('codex', [
      { type: 'item.started', item: { type: 'command_execution', command: 'ls' } },
      { type: 'item.completed', item: { type: 'agent_message', text: 'Done.' } },
      { type: 'turn.completed', usage: { input_tokens: 7, cached_input_tokens: 3, output_tokens: 2 } },
    ])
    expect(result).toEqual({
      activities: ['ls', 'Done.'],
      usage: { tokens: 9, costUsd: null },
      trouble: undefined,
    })
  })

  test('gemini, opencode, qwen and pi is read for tokens', () => {
    expect(
      readAll('gemini', [
        { type: 'result', stats: { total_tokens: 30, input_tokens: 20, output_tokens: 10 } },
      ]).usage.tokens,
    ).toBe(30)
    expect(
      readAll('qwen', [{ type: 'result', usage: { input_tokens: 1, output_tokens: 2 } }]).usage.tokens,
    ).toBe(3)
    const step = {
      type: 'step_finish',
      part: { cost: 0.5, tokens: { input: 1, output: 2, reasoning: 3, cache: { read: 4, write: 5 } } },
    }
    expect(readAll('opencode', [step, step]).usage).toEqual({ tokens: 30, costUsd: 1 })
    const message = {
      type: 'message_end',
      message: { role: 'assistant', usage: { totalTokens: 8, cost: { total: 0.1 } } },
    }
    expect(readAll('pi', [message]).usage).toEqual({ tokens: 8, costUsd: 0.1 })
  })

  test('an agent without events costs what nobody knows', () => {
    expect(
      readAll('claude', ['no JSON', '{broken', '{"type":"result","usage":{"input_tokens":"many"}}']).usage,
    ).toEqual({ tokens: null, costUsd: null })
  })

  test("any agent is read for trouble that is not the task's", () => {
    expect(readAll('claude', ['API Error: 529 {"type":"overloaded_error"}']).trouble).toContain('529')
    expect(
      readAll('codex', [
        {
          type: 'turn.failed',
          error: { message: 'exceeded retry limit, last status: 429 Too Many Requests' },
        },
      ]).trouble,
    ).toContain('429')
    expect(
      readAll('claude', [
        { type: 'assistant', message: { content: [{ type: 'text', text: 'The limit is 500 items' }] } },
      ]).trouble,
    ).toBeUndefined()
  })

  test('a plain command is shown without what a terminal would obey', () => {
    expect(new PlainOutputReader().take('\u001b[31mred\u001b[0m \u001b]0;title\u0007text\u0008')).toBe(
      'red text',
    )
    expect(toActivity('   ')).toBeUndefined()
    expect(toActivity('x'.repeat(500))).toHaveLength(200)
  })
})

test('a prompt is one argument, whatever it contains', () => {
  const prompt = '"; rm -rf / #\n$(evil) --model x'
  for (const cli of Object.values(clis)) expect(cli.toArguments({}, prompt)).toContain(prompt)
})
