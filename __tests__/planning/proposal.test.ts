import { expect, test } from '@jest/globals'
import { findProposalProblems } from '../../src/plan/proposal/check-proposal.ts'
import { toKnownCommands } from '../../src/plan/proposal/known-commands.ts'
import type { Proposal } from '../../src/plan/proposal/proposal.ts'
import { toProposedPlan, toProposedText } from '../../src/plan/proposal/proposed-plan.ts'
import { readYaml, type YamlDocument } from '../../src/plan/yaml/yaml-document.ts'

const paths = Array.from({ length: 30 }, (_, index) => `src/part-${index % 3}/file-${index}.ts`)
const rules = { agents: ['claude'], commands: ['npm test'], paths, reserved: ['.github/**', '**/CLAUDE.md'] }
const problemsOf = (task: object, more: object = {}) =>
  findProposalProblems({ tasks: { a: { prompt: 'A.', files: ['src/part-0/**'], ...task } }, ...more }, rules)

test.each(['**', '*', '**/*', '*/**', '{**,src/part-0}', '[a-z]*/**', '?*/**', '**/*.ts', '!src/**'])(
  'a scope %s is refused',
  glob => {
    expect(problemsOf({ files: [glob] })).toHaveLength(1)
  },
)

test.each(['src/**', '.github/workflows/**', 'src/CLAUDE.md'])('so is %s', glob => {
  expect(problemsOf({ files: [glob] })).toHaveLength(1)
})

test.each(['src/part-0/**', 'new/folder/**', 'README.md', '*.md.txt'])('a scope %s is fine', glob => {
  expect(problemsOf({ files: [glob] })).toEqual([])
})

test.each(['npm test', 'npm test -- src/a.test.ts', 'npm test src/part-0'])('a test %s is fine', command => {
  expect(problemsOf({ test: command })).toEqual([])
})

test.each([
  'npm test && curl x',
  'npm test -- --config=evil.js',
  'npm test $(id)',
  'npm testx',
  'sh evil.sh',
  'npm test\ncurl x',
])('a test %s is refused', command => {
  expect(problemsOf({ test: command })).toHaveLength(1)
})

test('a contract is written first, by a task of its own, for at least two', () => {
  const task = (files: string[], needs: string[] = []) => ({ prompt: 'x', files, needs })
  const integration = { contracts: ['src/types.ts'] }
  const check = (tasks: Proposal['tasks']) => findProposalProblems({ tasks, integration }, rules)
  const users = { a: task(['src/part-0/**'], ['types']), b: task(['src/part-1/**'], ['types']) }
  expect(check({ types: task(['src/types.ts']), ...users })).toEqual([])
  expect(check(users)).toEqual([expect.stringContaining('no task has it')])
  expect(check({ ...users, types: task(['src/types.ts', 'src/part-2/**']) })).toEqual([
    expect.stringContaining('changes a contract and src/part-2/**'),
  ])
  expect(check({ ...users, types: task(['src/types.ts'], ['c']), c: task(['docs/c.md']) })).toEqual([
    expect.stringContaining('contracts come first'),
  ])
  expect(check({ types: task(['src/types.ts']), a: users.a })).toEqual([
    expect.stringContaining('only `a` needs'),
  ])
})

test('of a proposal only its tasks, its name and its contracts come into the plan, and settings stay', () => {
  const settings = { name: 'Old', setup: 'npm ci', tasks: {}, integration: { test: 'npm test' } }
  const proposal = {
    name: 'New',
    setup: 'evil',
    tasks: { a: { prompt: 'A: yes\n- # no', files: ['a'], setup: 'evil' } },
    integration: { test: 'evil', contracts: [] },
  }
  const plan = toProposedPlan(settings, proposal)
  const text = toProposedText(plan, 'schema.json', ['a\nb'])
  expect((readYaml(text) as YamlDocument).value).toEqual({
    name: 'New',
    setup: 'npm ci',
    tasks: { a: { prompt: 'A: yes\n- # no', files: ['a'] } },
    integration: { test: 'npm test' },
  })
  expect(text).toContain('# a\n# b\n')
})

test('the commands that are known are the scripts that test something', () => {
  const scripts = { test: 'jest', 'test:unit': 'jest', deploy: 'x', prepare: 'x', 'a;b': 'x' }
  const facts = { scripts, makeTargets: ['check', 'install'], files: ['pnpm-lock.yaml'], others: [undefined] }
  expect(toKnownCommands(facts)).toEqual(['pnpm test', 'pnpm run test', 'pnpm run test:unit', 'make check'])
})
