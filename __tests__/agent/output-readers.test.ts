import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { clis } from '../../src/agents/adapters/clis.ts'
import { readAgentEnd } from '../../src/agents/agent-end.ts'
import { openAgentReader, prepareAgentStart } from '../../src/agents/agent-start.ts'
import { toActivity } from '../../src/agents/output/activity.ts'
import { AgentReader } from '../../src/agents/output/agent-reader.ts'
import { LogFollower } from '../../src/agents/process/log-file.ts'
import type { CommandEnd } from '../../src/agents/process/supervise.ts'
import { type CliName, type KnownAgent, toAgentEntry } from '../../src/model/agents/known-agents.ts'
import type { Agent } from '../../src/model/plan.ts'
import { makeFolder } from '../support/repository.ts'

const streams = fileURLToPath(new URL('./streams', import.meta.url))

const exit = (code: number): CommandEnd => ({ kind: 'exited', code, seconds: 1 })

/** Reads a recorded stream to its end. */
function read(stream: string, ended: CommandEnd = exit(0)) {
  const use = stream.split('-')[0] as CliName
  const agent: Agent = { kind: 'cli', name: use, use, args: [], env: {} }
  const reader = new AgentReader(clis[use].read)
  const lines = [...new LogFollower(join(streams, `${stream}.jsonl`), 0).readToEnd()].flat()
  const activities = lines.map(line => reader.take(line)).filter(text => text !== undefined)
  const end = readAgentEnd(agent, ended, reader)
  return { end, reader, activities, usage: reader.usage(end.kind === 'done') }
}

const tokens = (stream: string, ended?: CommandEnd) => {
  const { input, cachedRead, cachedWrite, output, total, known, costUsd, costKnown } = read(
    stream,
    ended,
  ).usage
  return [input, cachedRead, cachedWrite, output, total, known, costUsd, costKnown]
}

describe('usage', () => {
  test('of claude is that of its last result', () => {
    expect(tokens('claude-success')).toEqual([30, 230, 20, 11, 291, 'all', 0.0214, 'all'])
    expect(tokens('claude-background')).toEqual([120, 0, 0, 60, 180, 'all', 0.051, 'all'])
  })

  test('of a killed claude is that of its messages, marked as partial', () => {
    expect(tokens('claude-killed', { kind: 'stopped', seconds: 1 })).toEqual([
      30,
      100,
      0,
      11,
      141,
      'part',
      null,
      'none',
    ])
  })

  test('of codex has no cost, and cached input is not counted twice', () => {
    expect(tokens('codex-success')).toEqual([2500, 10_000, null, 400, 12_900, 'all', null, 'none'])
  })

  test('of a codex that failed is unknown', () => {
    expect(tokens('codex-failed', exit(1))).toEqual([null, null, null, null, null, 'none', null, 'none'])
  })

  test('of qwen counts cached tokens once', () => {
    expect(tokens('qwen-success')).toEqual([2000, 10_000, null, 500, 12_500, 'all', null, 'none'])
  })

  test('of gemini counts thoughts as output', () => {
    expect(tokens('gemini-success')).toEqual([12, 8, null, 10, 30, 'all', null, 'none'])
  })

  test('of opencode and pi is the sum of their steps', () => {
    expect(tokens('opencode-success')).toEqual([2, 8, 10, 10, 30, 'all', 1, 'all'])
    expect(tokens('pi-success')).toEqual([6, 4, 2, 4, 16, 'all', 0.2, 'all'])
    expect(tokens('opencode-error', exit(1))).toEqual([1, 4, 5, 5, 15, 'part', 0.5, 'part'])
  })

  test('of droid is that of its completion', () => {
    expect(tokens('droid-success')).toEqual([100, 50, 10, 20, 180, 'all', null, 'none'])
  })

  test('of copilot is read from the file that it writes', () => {
    const { reader } = read('copilot-success')
    const path = join(makeFolder(), 'usage.json')
    const usage = { inputTokens: 100, outputTokens: 20, cacheReadTokens: 60, cacheWriteTokens: 0 }
    appendFileSync(path, JSON.stringify({ modelMetrics: { 'gpt-5': { usage } } }))
    reader.takeFile(path, clis.copilot.readUsageFile)
    expect(reader.usage(true)).toMatchObject({
      input: 40,
      cachedRead: 60,
      output: 20,
      total: 120,
      known: 'all',
    })
  })
})

describe('the end', () => {
  test.each([
    'claude-success',
    'claude-background',
    'codex-success',
    'gemini-success',
    'opencode-success',
    'qwen-success',
    'pi-success',
    'pi-retried',
    'copilot-success',
    'droid-success',
  ])('of %s is success', stream => {
    expect(read(stream).end).toEqual({ kind: 'done' })
  })

  test.each([
    'claude-success',
    'codex-success',
    'opencode-success',
    'qwen-success',
    'pi-success',
    'gemini-success',
  ])('of %s is success also when the process had to be ended', stream => {
    expect(read(stream, { kind: 'stalled', seconds: 1 }).end).toEqual({ kind: 'done' })
  })

  test.each([
    ['claude-api-error', exit(1), 'transient', 'Overloaded'],
    ['codex-failed', exit(1), 'rate-limited', '429 Too Many Requests'],
    ['opencode-error', exit(1), 'transient', 'Internal server error'],
    ['pi-error', exit(0), 'transient', 'Internal server error'],
    ['claude-usage-limit', exit(1), 'quota', "You've hit your limit"],
    ['codex-usage-limit', exit(1), 'quota', "You've hit your usage limit"],
    ['gemini-quota', exit(1), 'quota', 'exhausted your capacity'],
    ['copilot-error', exit(1), 'rate-limited', 'Too many requests'],
    ['claude-signed-out', exit(1), 'permanent', '/login'],
    ['qwen-error', exit(1), 'permanent', 'Incorrect API key'],
    ['claude-max-turns', exit(1), 'failed', 'the agent reached 40 turns'],
    ['droid-error', exit(1), 'failed', 'insufficient permission'],
  ] as const)('of %s with %j is %s', (stream, ended, kind, words) => {
    const { end } = read(stream, ended)
    expect(end.kind).toBe(kind)
    expect('reason' in end ? end.reason : '').toContain(words)
  })

  test('of a quota says when it resets', () => {
    expect(read('claude-usage-limit', exit(1)).end).toMatchObject({ retryAt: 1795881600_000 })
    const { retryAt } = read('gemini-quota', exit(1)).end as { retryAt: number }
    expect(Math.round((retryAt - Date.now()) / 1000)).toBe(2 * 3600 + 3 * 60 + 4)
  })

  test('is not an error that is only mentioned by a tool or in prose', () => {
    const text = {
      type: 'assistant',
      message: { content: [{ type: 'text', text: 'limit reached: HTTP 500' }] },
    }
    const reader = new AgentReader(clis.claude.read)
    reader.take(JSON.stringify(text))
    const agent: Agent = { kind: 'cli', name: 'claude', use: 'claude', args: [], env: {} }
    expect(readAgentEnd(agent, exit(3), reader)).toMatchObject({ kind: 'failed' })
    reader.take(JSON.stringify({ type: 'result', subtype: 'success', is_error: false }))
    expect(readAgentEnd(agent, exit(0), reader)).toEqual({ kind: 'done' })
  })

  test('of a CLI that ended silently is not its last command', () => {
    const content = [{ type: 'tool_use', name: 'Bash', input: { command: 'npm test' } }]
    const reader = new AgentReader(clis.claude.read)
    reader.take(JSON.stringify({ type: 'assistant', message: { content } }))
    const agent: Agent = { kind: 'cli', name: 'claude', use: 'claude', args: [], env: {} }

    expect(readAgentEnd(agent, exit(3), reader)).toEqual({
      kind: 'failed',
      reason: 'the agent ended with exit code 3',
    })
    reader.take('out of memory')
    expect(readAgentEnd(agent, exit(3), reader)).toMatchObject({
      reason: 'the agent ended with exit code 3: out of memory',
    })
  })

  test('of a CLI that is not installed is permanent, with how to install it', () => {
    const agent: Agent = { kind: 'cli', name: 'claude', use: 'claude', args: [], env: {} }
    const reader = new AgentReader(clis.claude.read)
    reader.take('sh: 1: claude: not found')
    expect(readAgentEnd(agent, exit(127), reader)).toMatchObject({
      kind: 'permanent',
      reason: expect.stringContaining('npm install --global @anthropic-ai/claude-code'),
    })
  })
})

test('facts about a session are read from the events of each agent', () => {
  const { reader, activities } = read('claude-success')
  expect(reader).toMatchObject({ session: 's-1', model: 'claude-sonnet-5', version: '2.1.332' })
  expect(activities).toEqual(['Looking around.', 'Bash npm test', 'Done.'])
  expect(read('codex-success').reader.session).toBe('t-1')
})

test('an announced wait is known', () => {
  const { reader } = read('qwen-error', exit(1))
  expect(reader.waitsUntil - performance.now()).toBeGreaterThan(15_000)
})

test.each(Object.keys(clis))(
  '%s is read through bytes that are not text, broken lines and values of wrong types',
  use => {
    const path = join(makeFolder(), 'log')
    const agent: Agent = { kind: 'cli', name: use, use: use as KnownAgent, args: [], env: {} }
    const reader = openAgentReader(agent)
    const success = readFileSync(join(streams, `${use}-success.jsonl`), 'utf8')
    const types = [...success.matchAll(/"type":"([^"]+)"/g)].map(([, type]) => type)
    const wrong = types.flatMap(type =>
      [null, 3, 'x', [], { a: 1 }].map(value =>
        JSON.stringify({
          type,
          message: value,
          usage: value,
          item: value,
          part: value,
          stats: value,
          data: value,
          error: value,
          modelUsage: value,
          rate_limit_info: value,
        }),
      ),
    )
    appendFileSync(path, Buffer.from([0xff, 0xfe, 0x7b, 0x22, 0x0a, 0x00, 0xc3, 0x0a]))
    appendFileSync(path, `${wrong.join('\n')}\n{"type":\n{}\n[]\nnull\n${success}`)
    for (const lines of new LogFollower(path, 0).readToEnd()) for (const line of lines) reader.take(line)

    expect(readAgentEnd(agent, exit(0), reader)).toEqual({ kind: 'done' })
  },
)

test('a plain command is shown without control characters', () => {
  const line = '\u001b[31mred\u001b[0m \u001b]0;title\u0007text\u0008'
  expect(new AgentReader(undefined).take(line)).toBe('red text')
  expect(toActivity('   ')).toBeUndefined()
  expect(toActivity('x'.repeat(500))).toHaveLength(200)
})

test('a prompt is one argument, whatever it contains', () => {
  const prompt = '"; rm -rf / #\n$(evil) --model x'
  for (const use of Object.keys(clis)) {
    const { program } = toAgentEntry(use as KnownAgent)
    const agent: Agent = { kind: 'cli', name: use, use: use as KnownAgent, args: [], env: {} }
    const { command } = prepareAgentStart(agent, { prompt, promptFile: '/p' })
    expect(command[0]).toBe(program)
    expect(command).toContain(use === 'droid' ? '/p' : prompt)
  }
})
