import { expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { killedAfterCall } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeRepository } from '../support/repository.ts'

const tasks = {
  a: { script: 'echo a > x.txt' },
  b: { script: 'echo b >> x.txt', needs: ['a'] },
}
const push = { history: 'linear', integration: { land: 'push', test: 'true' } }

test('a linear result whose push was not confirmed is found in the target, and lands once', async () => {
  const repository = makeRepository()
  const remote = makeRemote(repository)
  writePlan(repository, tasks, push)
  const died = await runCli(repository.folder, ['run', 'plan.yml'], { env: killedAfterCall(' push ') })
  expect(died.code).toBeNull()
  repository.git('fetch', '--quiet')
  repository.git('merge', '--quiet', '--ff-only', 'origin/main')
  repository.git('commit', '--quiet', '--allow-empty', '--message', 'of a person')
  const { code, tasks: ended, integration } = await runToReport(repository)

  expect([code, integration.land.done, integration.conflicts]).toEqual([0, true, []])
  expect(Object.values(ended).map(({ landing }) => landing)).toEqual(['landed', 'landed'])
  const log = ['of a person', 'b', 'a', 'start']
  expect(remote.git('log', '--format=%s', 'main').split('\n')).toEqual(log)
})

test('a linear result is rebuilt on a target that has moved, and its branches are cleaned', async () => {
  const repository = makeRepository()
  const move = `cd "${repository.folder}" && git -c user.name=U -c user.email=u@x commit -q --allow-empty -m meanwhile`
  writePlan(repository, { ...tasks, b: { ...tasks.b, script: `${tasks.b.script}; (${move})` } }, push)
  const { code, run } = await runToReport(repository)

  expect(code).toBe(0)
  expect(repository.git('log', '--format=%s', 'main').split('\n')).toEqual(['b', 'a', 'meanwhile', 'start'])
  await runCli(repository.folder, ['clean'])
  expect(repository.git('for-each-ref', '--format=%(refname)', `refs/heads/agents/${run}`)).toBe('')
})
