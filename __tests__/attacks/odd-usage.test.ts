import { expect, test } from '@jest/globals'
import { claudeResult, makeFakeClis, say } from '../support/fake-cli.ts'
import { makeScene } from './scene.ts'

const deep = '{"a":'.repeat(100_000) + 1 + '}'.repeat(100_000)
const modelUsage = JSON.parse(
  '{"__proto__":{"inputTokens":5,"outputTokens":1e308,"costUSD":-4},"constructor":{"inputTokens":1e308}}',
)

// Tries: amounts below zero, amounts whose sum is no number, names of parts of every object, and deep events.
// Afterwards: the work counts, and its usage is unknown.
test('odd amounts in the events of a CLI neither fail a task nor lower its cost', async () => {
  const claude = [
    say({ type: 'system', subtype: 'init', session_id: '--evil', model: '__proto__' }),
    `cat "$DEEP"`,
    'echo a > a.txt',
    claudeResult({ total_cost_usd: -1000, num_turns: -3, modelUsage }),
  ].join('\n')
  const scene = makeScene({ deep: `{"type":"assistant","message":${deep}}\n` })
  const { tasks } = await scene.run(
    { a: { agent: 'odd', prompt: 'Work.', retries: 0 } },
    { agents: { odd: { use: 'claude', via: 'cli' } }, budget: { usd: 5 } },
    { env: { ...makeFakeClis({ claude }), DEEP: `${scene.repository.folder}/deep`, ANTHROPIC_API_KEY: 'x' } },
  )

  expect(tasks.a?.landing).toBe('landed')
  expect(tasks.a?.usage?.costUsd ?? 0).toBeGreaterThanOrEqual(0)
}, 40_000)
