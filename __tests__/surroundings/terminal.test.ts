import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { runCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { gitEnvironment, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const env = { ...process.env, ...gitEnvironment, CI: undefined, TERM: 'xterm' }

/** A run whose agent says by a file that it works, and waits for another one. */
function makeWaitingRun(): { repository: TestRepository; started: string; goOn: string } {
  const repository = makeRepository()
  const [started, goOn] = ['started', 'go-on'].map(name => join(repository.folder, '.git', name)) as [
    string,
    string,
  ]
  const script = `echo a > a.txt; touch '${started}'; while [ ! -e '${goOn}' ]; do sleep 0.05; done`
  writePlan(repository, { a: { script } })
  return { repository, started, goOn }
}

test('a run under nohup continues after the terminal is closed', async () => {
  const { repository, started, goOn } = makeWaitingRun()
  const run = spawn(
    'bash',
    ['-c', `nohup '${process.execPath}' '${cliBundle}' run plan.yml --json & echo $!; wait $!`],
    {
      cwd: repository.folder,
      env,
    },
  )
  let said = ''
  run.stdout.on('data', chunk => {
    said += String(chunk)
  })
  const ended = untilClosed(run)
  await until(() => existsSync(started))
  process.kill(Number(/^\d+/.exec(said)?.[0]), 'SIGHUP')
  repository.write({ '.git/go-on': '' })

  expect((await ended).code).toBe(0)
  expect(existsSync(goOn)).toBe(true)
})

const testOnLinux = process.platform === 'linux' ? test : test.skip // `script` takes other arguments elsewhere

testOnLinux('a run whose terminal is closed keeps the work, and ends with a report', async () => {
  const { repository, started } = makeWaitingRun()
  const terminal = spawn(
    'script',
    ['-qc', `'${process.execPath}' '${cliBundle}' run plan.yml`, '/dev/null'],
    {
      cwd: repository.folder,
      env,
      stdio: 'ignore',
    },
  )
  await until(() => existsSync(started))
  terminal.kill('SIGKILL')
  const refs = () => repository.git('for-each-ref', '--format=%(refname)', 'refs/parallel-agents')
  await until(() => /\/report$/m.test(refs()))

  expect(refs()).toMatch(/\/kept\/a$/m)
  expect((await runCli(repository.folder, ['status'])).stdout).toContain('cancelled')
})
