import { randomBytes } from 'node:crypto'
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { unconfirmedTransactions, withGitScript } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'
import { hasAllRounds } from '../support/rounds.ts'

const push = { integration: { land: 'push' } }

describe('a git that dies', () => {
  const dyingAt = hasAllRounds
    ? [[1], [2], [3], [4], [5], [6]]
    : [
        [1, 3, 5],
        [2, 4, 6],
      ]
  for (const transactions of dyingAt) {
    test(`before it confirms transaction ${transactions.join(', ')} changes nothing about the run`, async () => {
      const repository = makeRepository()
      writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
      const { code, tasks, integration } = await runToReport(repository, [], {
        env: unconfirmedTransactions(transactions),
      })

      expect([code, tasks.a?.outcome, tasks.a?.landing]).toEqual([0, 'succeeded', 'landed'])
      expect(repository.git('rev-parse', 'main')).toBe(integration.commit)
      expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
    })
  }

  const dying = withGitScript('case " $* " in *" unpack-objects "*) kill -9 $$;; esac')

  test('while it takes over the commits of an agent makes that a problem, and the worktree stays', async () => {
    const repository = makeRepository()
    const script = 'head -c 3000000 /dev/urandom > big; git add big; git commit -qm big'
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks } = await runToReport(repository, [], { env: dying })

    expect(tasks.a?.outcome).toBe('failed')
    expect(tasks.a?.reason).toMatch(/its checkout remains at .*commits cannot be read/)
  })

  test('while it takes over the merged result ends the run, and the next start finishes it', async () => {
    const repository = makeRepository()
    const names = Array.from({ length: 5000 }, () => randomBytes(60).toString('hex'))
    repository.write(Object.fromEntries(names.map(name => [name, name])))
    repository.commit('many')
    writePlan(repository, { a: { script: 'echo a > a.txt' }, b: { script: 'echo b > b.txt' } })
    const { code, stderr } = await runCli(repository.folder, ['run'], { env: dying })

    expect([code, stderr]).toEqual([3, expect.stringContaining('could not be copied')])
    expect((await runToReport(repository)).status).toBe('landed')
  })
})

test('a lock that was left on the ref of a run is waited for, and taken away, whatever its date', async () => {
  const repository = makeRepository()
  writePlan(repository, { a: { script: 'echo a > a.txt' } })
  const { run } = await runToReport(repository)
  const lock = join(repository.folder, '.git/refs/parallel-agents', run, 'lock.lock')
  const inAnHour = Date.now() / 1000 + 3600
  writeFileSync(lock, '')
  utimesSync(lock, inAnHour, inAnHour)
  const { code, stderr } = await runCli(repository.folder, ['run', '--resume', run])

  expect(code).toBe(0)
  expect(stderr).toContain(`waiting until ${lock} is released (delete it if no git process is running)`)
})

test('many transactions leave no listeners behind', async () => {
  const repository = makeRepository()
  const names = Array.from({ length: 12 }, (_, index) => `t${index}`)
  writePlan(repository, Object.fromEntries(names.map(name => [name, { script: `echo > ${name}` }])))

  expect((await runToReport(repository)).stderr).not.toContain('MaxListenersExceededWarning')
})
