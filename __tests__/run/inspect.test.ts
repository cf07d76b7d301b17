import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

test('a declaration that two branches add at different places is told, though git sees no conflict', async () => {
  const lines = Array.from({ length: 20 }, (_, index) => `export const value${index} = ${index}`)
  const repository = makeRepository({ 'm.ts': `${lines.join('\n')}\n` })
  writePlan(repository, {
    b: { script: `sed -i '2i export function twice() { return 1 }' m.ts` },
    c: { script: `sed -i '18i export function twice() { return 2 }' m.ts` },
  })
  const { integration, stderr } = await runToReport(repository)

  expect(integration.warnings).toEqual(['in the clean merge of c, m.ts: `value twice` is duplicated'])
  expect(stderr).toContain('note: in the clean merge of c, m.ts: `value twice`')
})

test('an import of a file that another branch has deleted is told', async () => {
  const repository = makeRepository({ 'a.ts': 'export const a = 1\n', 'b.ts': 'export const b = 1\n' })
  writePlan(repository, {
    c: { script: 'rm a.ts' },
    d: { script: `sed -i "1i import { a } from './a.ts'" b.ts` },
  })
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toEqual([
    'in the clean merge of d, b.ts imports `./a.ts`, but a.ts no longer exists',
  ])
})

test('a contract that changed after a task was built on it is told', async () => {
  const repository = makeRepository({ 'types.ts': 'export type A = string\n' })
  writePlan(repository, {
    contract: { script: `echo 'export type B = string' >> types.ts` },
    user: { script: 'echo use > user.ts', needs: ['contract'] },
    other: { script: `sed -i '1s/string/number/' types.ts` },
  })
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toEqual(['user was written against an older types.ts: other changed it'])
})

test('a contract of the plan that changed is told of tasks that import it, not of others', async () => {
  const repository = makeRepository({ 'types.ts': 'export type A = string\n' })
  writePlan(
    repository,
    {
      contract: { script: `echo 'export type B = string' >> types.ts` },
      user: { script: `echo "import type { A } from './types.ts'" > user.ts` },
      stranger: { script: 'echo nothing > stranger.ts' },
    },
    { integration: { contracts: ['types.ts'] } },
  )
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toEqual(['user was written against an older types.ts: contract changed it'])
})
