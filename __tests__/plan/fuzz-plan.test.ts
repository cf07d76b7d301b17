import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPlan } from '../../src/plan/schema/read-plan.ts'
import { PlanError } from '../../src/plan/yaml/problem.ts'

const seedPlan = `name: Data pipeline
agent: claude
max-parallel: 4
env: { TZ: UTC }
protected: [".github/**"]
agents:
  junior: { use: claude, model: haiku }
  codemod: { command: "node x.mjs" }
tasks:
  contract: &contract
    prompt: Define the types.
    files: [src/types/*.ts]
  scheduler:
    title: Persistence
    prompt: Persist it.
    needs: [contract]
    files: ["src/{a,b}/**", "!src/a/x"]
    test: npm test
    agent: junior
    estimate-minutes: 15
    retries: 2
  deploy:
    prompt: |
      Deploy it.
      All of it.
    needs: [contract, scheduler]
    agent: codemod
integration: { test: npm test, land: none }
`

const keys = [
  'name',
  'agent',
  'tasks',
  'needs',
  'files',
  'retries',
  'agents',
  'use',
  '__proto__',
  'constructor',
  'timeout-minutes',
  'env',
]
const values = [
  'null',
  '-1',
  '1e400',
  '.nan',
  '~',
  '[]',
  '{}',
  '[[[[]]]]',
  '*contract',
  '&a [*a]',
  '!!binary x',
  '"\\u0000"',
  "'",
  '|',
  '>-',
  '2026-01-01',
  'yes',
  '[a, a]',
  '{a: {b: {c: 1}}}',
  '"**/{a,b,{c,d}}/[!x]*"',
  '"{1..100000}"',
  '"!(a|b)"',
  '"/"',
  '"a/../b"',
  '"\\\\"',
  'ÿ🙂',
  '%',
  '@x',
  '<<: 1',
]

/** One change of a text: a line goes, comes twice or moves, a word becomes another, a character is dropped or put in. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('drop-line' as const), at: fc.nat(30) }),
  fc.record({ kind: fc.constant('copy-line' as const), at: fc.nat(30), to: fc.nat(30) }),
  fc.record({ kind: fc.constant('value' as const), at: fc.nat(30), value: fc.constantFrom(...values) }),
  fc.record({ kind: fc.constant('key' as const), at: fc.nat(30), value: fc.constantFrom(...keys) }),
  fc.record({ kind: fc.constant('indent' as const), at: fc.nat(30), by: fc.nat(6) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(800),
    text: fc.string({ maxLength: 6, unit: 'binary' }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(800) }),
)

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(text: string, change: Mutation): string {
  const lines = text.split('\n')
  const index = change.at % lines.length
  const line = lines[index] ?? ''
  switch (change.kind) {
    case 'drop-line':
      return lines.toSpliced(index, 1).join('\n')
    case 'copy-line':
      return lines.toSpliced(change.to % lines.length, 0, line).join('\n')
    case 'value':
      return lines.with(index, line.replace(/:.*$/, `: ${change.value}`)).join('\n')
    case 'key':
      return lines.with(index, line.replace(/[\w-]+:/, `${change.value}:`)).join('\n')
    case 'indent':
      return lines.with(index, ' '.repeat(change.by) + line.trimStart()).join('\n')
    case 'insert':
      return text.slice(0, change.at % text.length) + change.text + text.slice(change.at % text.length)
    case 'cut':
      return text.slice(0, change.at % text.length)
  }
}

/** What became of a text: a plan, or problems that a person can read. */
function readOrRefuse(text: string): 'plan' | 'problems' {
  try {
    const { plan } = readPlan({
      name: 'plan.yml',
      text,
      readPrompt: () => 'From a file.',
      isFolder: () => false,
    })
    expect(plan.tasks.length).toBeGreaterThan(0)
    return 'plan'
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    for (const { message } of error.problems)
      expect(message).not.toMatch(/undefined|\[object| {4}at |Invalid input|Cannot read/)
    expect(error.message).toMatch(/^plan\.yml/)
    return 'problems'
  }
}

describe('any text', () => {
  test('that was a plan before it was mutated is a plan or is refused with clear problems', () => {
    const seen = { plan: 0, problems: 0 }
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), changes => {
        seen[readOrRefuse(changes.reduce(mutate, seedPlan))]++
      }),
      { numRuns: 2000, seed: 20261120 },
    )
    expect(seen.plan).toBeGreaterThan(100)
    expect(seen.problems).toBeGreaterThan(500)
  })

  test('of any kind is a plan or is refused with clear problems', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => void readOrRefuse(text)),
      { numRuns: 500, seed: 1 },
    )
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), text => void readOrRefuse(`{"agent":"claude","tasks":${text}}`)),
      { numRuns: 500, seed: 2 },
    )
  })

  test('that is made to take long is refused in time', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]`),
    ]
    const started = performance.now()
    expect(readOrRefuse(bomb.join('\n'))).toBe('problems')
    expect(readOrRefuse('['.repeat(100_000))).toBe('problems')
    expect(
      readOrRefuse(
        `agent: claude\ntasks: { a: { prompt: x, files: ["${'*a'.repeat(5000)}"] }, b: { prompt: x, files: ["${'*b'.repeat(5000)}"] } }`,
      ),
    ).toBeDefined()
    expect(
      readOrRefuse(
        `agent: claude\ntasks: { a: { prompt: x, files: ["${'{a,b}'.repeat(30)}"] }, b: { prompt: x, files: ["x"] } }`,
      ),
    ).toBeDefined()
    expect(performance.now() - started).toBeLessThan(60_000)
  })
})
