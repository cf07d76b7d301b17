import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

test('reports a declaration that two branches add at different places, though git sees no conflict', async () => {
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

test('reports an import of a file that another branch has deleted', async () => {
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

test('reports a contract that changed after a task was built on it', async () => {
  const repository = makeRepository({ 'types.ts': 'export type A = string\n' })
  writePlan(repository, {
    contract: { script: `echo 'export type B = string' >> types.ts` },
    user: { script: 'echo use > user.ts', needs: ['contract'] },
    other: { script: `sed -i '1s/string/number/' types.ts` },
  })
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toEqual(['user was written against an older types.ts: other changed it'])
})

test('reports a changed contract of the plan for tasks that import it, not for others', async () => {
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

test('reports a route that one task renamed and another requests, with both places', async () => {
  const routes = ["app.get('/users/:id', show)", "app.get('/posts', list)", "app.get('/health', ok)"]
  const repository = makeRepository({ 'server.js': `${routes.join('\n')}\n`, 'web/page.js': 'start()\n' })
  writePlan(repository, {
    api: { script: `sed -i 's#/users/:id#/people/:id#' server.js` },
    posts: { script: `echo "fetch('/posts')" > web/posts.js` },
    web: { script: `echo "fetch('/users/12')" >> web/page.js` },
  })
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toEqual([
    'web/page.js:2 of web uses the route `/users/:id`, which api removed in server.js',
  ])
})

test('reports a column that a migration drops and another task reads', async () => {
  const repository = makeRepository({
    'report.py': 'pass\n',
    'migrations/1.sql': 'CREATE TABLE users (email text);\n',
  })
  writePlan(repository, {
    schema: { script: `echo 'ALTER TABLE users DROP COLUMN email;' > migrations/2.sql` },
    report: { script: `echo 'run("SELECT email FROM users")' >> report.py` },
  })
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toEqual([
    'report.py:2 of report uses the column `users.email`, which schema removed in migrations/2.sql',
  ])
})

test('reports what a dependent uses of its prerequisite and another task removed', async () => {
  const repository = makeRepository({ 'api.ts': 'export const first = 1\n' })
  writePlan(repository, {
    contract: { script: `printf 'export const first = 1\n\n\n\n\nexport const second = 2\n' > api.ts` },
    user: {
      script: `printf "import * as api from './api.ts'\n\nconsole.log(api.first, api.second)\n" > user.ts`,
      needs: ['contract'],
    },
    other: { script: `sed -i 's/first/fresh/' api.ts` },
  })
  const { integration } = await runToReport(repository)

  expect(integration.warnings).toContain(
    'in the clean merge of other, user.ts uses `api.first`, which api.ts no longer has',
  )
})
