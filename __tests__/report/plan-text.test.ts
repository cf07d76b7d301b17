import { expect, test } from '@jest/globals'
import { readPlan } from '../../src/plan/schema/read-plan.ts'
import { toPlanSummary } from '../../src/report/markdown/plan-summary.ts'
import { plainPaint } from '../../src/report/terminal/paint.ts'
import { toPlanText } from '../../src/report/terminal/plan-text.ts'
import { type PlanOverview, toPlanOverview } from '../../src/report/text/plan-overview.ts'
import { toDurationText } from '../../src/report/text/timing-text.ts'

function toOverview(edges: Readonly<Record<string, readonly string[]>>, more: object = {}): PlanOverview {
  const tasks = Object.entries(edges).map(([id, needs]) => [id, { prompt: id, files: [id], needs, ...more }])
  const text = JSON.stringify({ name: 'Test', agent: 'claude', tasks: Object.fromEntries(tasks) })
  const checked = readPlan({ name: 'plan.json', text, readPrompt: () => undefined, isFolder: () => false })
  return toPlanOverview(checked, { target: null, agents: [], advice: null }, 4)
}

function toText(edges: Readonly<Record<string, readonly string[]>>): string[] {
  return toPlanText(toOverview(edges), plainPaint).split('\n')
}

test.each([
  ['without estimates', {}],
  ['with estimates', { 'estimate-minutes': 5 }],
])('a terminal and the summary of a job tell the same durations, %s', (_, more) => {
  const overview = toOverview({ a: [], b: ['a'], c: ['a'] }, more)
  const text = toDurationText(overview)
  expect(text).toContain('a → b')
  expect(toPlanText(overview, plainPaint)).toContain(text)
  expect(toPlanSummary({ overview, lanes: [], maxBytes: 10_000 })).toContain(text)
})

test('a plan is drawn as a tree, with what a task waits for besides', () => {
  const lines = toText({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] })
  expect(lines.slice(2, 6)).toEqual([
    '  a         claude      a',
    '  ├─ b      claude      b',
    '  │  └─ d   claude      d   also waits for c',
    '  └─ c      claude      c',
  ])
})

test('a chain of thousands of tasks stays within the screen', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `t${index}`)
  const lines = toText(
    Object.fromEntries(names.map((name, index) => [name, index === 0 ? [] : [`t${index - 1}`]])),
  )
  expect(lines.length).toBeLessThan(20_010)
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(250)
  expect(lines[20_001]).toContain('t19999')
  expect(lines[20_001]).toContain('waits for t19998')
})
