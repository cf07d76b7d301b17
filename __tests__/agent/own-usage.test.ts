import { describe, expect, test } from '@jest/globals'
import { clis } from '../../src/agents/adapters/clis.ts'
import { AgentReader } from '../../src/agents/output/agent-reader.ts'
import { toOwnEventReader } from '../../src/agents/output/own-events.ts'
import { withPrice } from '../../src/agents/prices.ts'
import { type Usage, unknownUsage } from '../../src/model/usage.ts'

const paths = { input: 'i', output: 'o', costUsd: 'c' }

function read(lines: readonly object[], isCumulative: boolean, isWhole = true): Usage {
  const reader = new AgentReader(toOwnEventReader({ usage: { ...paths, isCumulative } }))
  for (const line of lines) reader.take(JSON.stringify(line))
  return reader.usage(isWhole)
}

describe('the usage of a command', () => {
  const totals = [{ i: 10 }, { o: 7 }, { i: 20, c: 0.5 }]

  test('is summed from objects that each report a part of it', () => {
    expect(read(totals, false)).toMatchObject({ input: 30, output: 7, total: 37, costUsd: 0.5 })
  })

  test('is that of the last object with each total, if the totals are cumulative', () => {
    const usage = { input: 20, output: 7, total: 27, known: 'all', costUsd: 0.5, costKnown: 'all' }
    expect(read(totals, true)).toMatchObject(usage)
  })

  test('is partial if it was killed, even if it reports cumulative totals', () => {
    expect(read(totals, true, false)).toMatchObject({ total: 27, known: 'part', costKnown: 'part' })
  })
})

test('a last event without usage does not replace that of the events before', () => {
  const reader = new AgentReader(clis.claude.read)
  const usage = { input_tokens: 5, output_tokens: 2 }
  reader.take(JSON.stringify({ type: 'assistant', message: { id: 'm', content: [], usage } }))
  reader.take(JSON.stringify({ type: 'result', subtype: 'error_max_turns', is_error: true, num_turns: 3 }))
  expect(reader.usage(false)).toMatchObject({ total: 7, known: 'part' })
})

test('a model that is called like a part of every object has no price', () => {
  const usage: Usage = { ...unknownUsage, input: 1e6, output: 1e6, total: 2e6, known: 'all' }
  for (const model of ['constructor', 'toString', '__proto__', 'x/valueOf'])
    expect(withPrice(usage, model, {})).toEqual(usage)
  expect(withPrice(usage, 'constructor', { constructor: { input: 1, output: 2 } })).toMatchObject({
    costUsd: 3,
  })
})
