import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { gitEnvironment, makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const seconds = (count: number) => count / 60

/** Whether the process whose number was written to a file still runs. One that is dead and not reaped does not. */
function isRunning(pidFile: string): boolean {
  const pid = readFileSync(pidFile, 'utf8').trim()
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).trim()
    return !state.startsWith('Z')
  } catch {
    return false
  }
}

describe('attempts that take too long', () => {
  test('are stopped with all their processes after a grace period, and their work is kept', async () => {
    const repository = makeRepository()
    const [started, left] = [join(makeFolder(), 'pid'), join(makeFolder(), 'pid')]
    const late = { 'timeout-minutes': seconds(2), retries: 0 }
    writePlan(
      repository,
      {
        late: { script: `echo part > late.txt; sh -c 'echo $$ > ${started}; sleep 60' & sleep 60`, ...late },
        silent: { script: 'echo hello; sleep 60', 'stall-minutes': seconds(0.7), retries: 0 },
        tidy: {
          script: 'trap "echo cleaned > tidy.txt; exit 0" TERM; while :; do sleep 0.1; done',
          ...late,
        },
        stubborn: {
          script: 'trap "" TERM; echo part > stubborn.txt; while :; do sleep 0.1; done',
          ...late,
        },
        leaving: { script: `sleep 60 & echo $! > ${left}; echo a > leaving.txt` },
      },
      { 'max-parallel': 5 },
    )
    const { tasks } = await runToReport(repository)
    const keptOf = (task: string) => repository.show(tasks[task]?.kept as string, `${task}.txt`)

    expect(Object.entries(tasks).map(([id, { outcome, landing }]) => [id, outcome, landing])).toEqual([
      ['late', 'timed-out', 'none'],
      ['silent', 'stalled', 'none'],
      ['tidy', 'timed-out', 'none'],
      ['stubborn', 'timed-out', 'none'],
      ['leaving', 'succeeded', 'landed'],
    ])
    expect(tasks.silent?.seconds).toBeLessThan(40)
    expect([keptOf('late'), keptOf('tidy'), keptOf('stubborn')]).toEqual(['part', 'cleaned', 'part'])
    expect([started, left].map(isRunning)).toEqual([false, false])
  })
})

describe('Ctrl-C', () => {
  async function interrupted(repository: TestRepository) {
    writePlan(
      repository,
      {
        done: { script: 'echo done > done.txt' },
        slow: {
          script: 'echo part > slow.txt; touch "$MARK"; [ -f "$GO" ] || sleep 60; echo all > slow.txt',
          needs: ['done'],
        },
        last: { script: 'echo last > last.txt', needs: ['slow'] },
      },
      { env: { MARK: `${repository.folder}/mark`, GO: `${repository.folder}/go` } },
    )
    const child = startCli(repository.folder, ['run', '--json'])
    const closed = untilClosed(child)
    await until(() => repository.git('status', '--porcelain').includes('mark'))
    return { child, closed }
  }

  test('ends the agents, keeps their work, writes the report and exits with 130; the same command continues with the run', async () => {
    const repository = makeRepository()
    const { child, closed } = await interrupted(repository)
    child.kill('SIGINT')
    const { code, stdout } = await closed

    expect(code).toBe(130)
    const first = JSON.parse(stdout)
    expect(first.status).toBe('cancelled')
    expect(first.tasks.done).toMatchObject({ outcome: 'succeeded', landing: 'held' })
    expect(first.tasks.slow.outcome).toBe('cancelled')
    expect(first.tasks.last.outcome).toBe('blocked')
    expect(repository.show(first.tasks.slow.kept, 'slow.txt')).toBe('part')

    repository.write({ go: '' })
    const report = await runToReport(repository)
    expect(report.run).toBe(first.run)
    expect(report.code).toBe(0)
    expect(report.tasks.done?.startedAt).toBe(first.tasks.done.startedAt)
    expect(repository.show(report.integration.branch as string, 'slow.txt')).toBe('all')
  })

  test('in a terminal reaches everything at once, and still ends with the report', async () => {
    const repository = makeRepository()
    const script = 'echo part > a.txt; touch "$MARK"; sleep 60'
    writePlan(repository, { a: { script } }, { env: { MARK: `${repository.folder}/mark` } })
    const child = spawn(process.execPath, [cliBundle, 'run', '--json'], {
      cwd: repository.folder,
      env: { ...process.env, ...gitEnvironment },
      detached: true,
    })
    const closed = untilClosed(child)
    await until(() => repository.git('status', '--porcelain').includes('mark'))
    process.kill(-(child.pid as number), 'SIGINT')
    const { code, stdout } = await closed

    expect(code).toBe(130)
    const { kept } = JSON.parse(stdout).tasks.a
    expect(repository.show(kept, 'a.txt')).toBe('part')
  })

  test('twice ends at once, and the next start repairs', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        stubborn: {
          script:
            'trap "" TERM; echo part > a.txt; touch "$MARK"; [ -f "$GO" ] || while :; do sleep 0.1; done',
        },
      },
      { env: { MARK: `${repository.folder}/mark`, GO: `${repository.folder}/go` } },
    )
    const child = startCli(repository.folder, ['run', '--json'])
    const closed = untilClosed(child)
    await until(() => repository.git('status', '--porcelain').includes('mark'))
    child.kill('SIGINT')
    await new Promise(resolve => setTimeout(resolve, 300))
    child.kill('SIGINT')
    expect((await closed).code).toBe(130)

    expect((await runCli(repository.folder, ['status'])).stdout).toContain('interrupted')
    repository.write({ go: '' })
    const report = await runToReport(repository)
    expect(report.tasks.stubborn?.outcome).toBe('succeeded')
    expect(repository.show(report.tasks.stubborn?.kept as string, 'a.txt')).toBe('part')
  })
})

describe('a process that has left its group', () => {
  const leaving = (pidFile: string) =>
    `setsid sh -c 'echo $$ > ${pidFile}; sleep 60; echo late > late.txt' & while [ ! -s ${pidFile} ]; do sleep 0.02; done`

  test('is ended with the attempt that started it; where its setup started it, with the task and not before', async () => {
    const repository = makeRepository()
    const pidFiles = ['ended', 'timed-out', 'setup'].map(name => join(makeFolder(), name))
    const [ended, timedOut, ofSetup] = pidFiles as [string, string, string]
    writePlan(
      repository,
      {
        a: { script: `${leaving(ended)}; echo a > a.txt` },
        b: { script: `${leaving(timedOut)}; sleep 60`, 'timeout-minutes': seconds(2), retries: 0 },
        c: { setup: leaving(ofSetup), script: `kill -0 $(cat ${ofSetup}) && echo c > c.txt` },
      },
      { 'max-parallel': 3 },
    )
    const { tasks } = await runToReport(repository)

    expect([tasks.a?.outcome, tasks.b?.outcome, tasks.c?.outcome]).toEqual([
      'succeeded',
      'timed-out',
      'succeeded',
    ])
    expect(pidFiles.map(isRunning)).toEqual([false, false, false])
  })

  test('is ended by the next start after the harness was killed', async () => {
    const repository = makeRepository()
    const pidFile = join(makeFolder(), 'pid')
    writePlan(repository, {
      a: { script: `if [ -s ${pidFile} ]; then echo a > a.txt; else ${leaving(pidFile)}; sleep 60; fi` },
    })
    const child = startCli(repository.folder, ['run'])
    const closed = untilClosed(child)
    await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '')
    child.kill('SIGKILL')
    await closed
    const { status } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(isRunning(pidFile)).toBe(false)
  })
})
