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

describe('an attempt that takes too long', () => {
  test('is stopped with everything that it started, and its work is kept', async () => {
    const repository = makeRepository()
    const pidFile = join(makeFolder(), 'pid')
    const script = `echo part > a.txt; sh -c 'echo $$ > ${pidFile}; sleep 60' & sleep 60`
    writePlan(repository, { a: { script, 'timeout-minutes': seconds(0.7), retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'timed-out', landing: 'none' })
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('part')
    expect(isRunning(pidFile)).toBe(false)
  })

  test('is stopped when it prints nothing for too long', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'echo hello; sleep 60', 'stall-minutes': seconds(0.7), retries: 0 },
    })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('stalled')
    expect(tasks.a?.seconds).toBeLessThan(40)
  })

  test('has time to end in its own way', async () => {
    const repository = makeRepository()
    const script = 'trap "echo cleaned > a.txt; exit 0" TERM; while :; do sleep 0.1; done'
    writePlan(repository, { a: { script, 'timeout-minutes': seconds(0.5), retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('timed-out')
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('cleaned')
  })

  test('is killed when it does not want to end', async () => {
    const repository = makeRepository()
    const script = 'trap "" TERM; echo part > a.txt; while :; do sleep 0.1; done'
    writePlan(repository, { a: { script, 'timeout-minutes': seconds(0.5), retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('timed-out')
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('part')
  })

  test('does not leave processes behind when it ends well', async () => {
    const repository = makeRepository()
    const pidFile = join(makeFolder(), 'pid')
    writePlan(repository, { a: { script: `sleep 60 & echo $! > ${pidFile}; echo a > a.txt` } })

    expect((await runToReport(repository)).code).toBe(0)
    expect(isRunning(pidFile)).toBe(false)
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

  test('ends the agents, keeps their work, writes the report and exits with 130', async () => {
    const repository = makeRepository()
    const { child, closed } = await interrupted(repository)
    child.kill('SIGINT')
    const { code, stdout } = await closed

    expect(code).toBe(130)
    const report = JSON.parse(stdout)
    expect(report.status).toBe('cancelled')
    expect(report.tasks.done).toMatchObject({ outcome: 'succeeded', landing: 'held' })
    expect(report.tasks.slow.outcome).toBe('cancelled')
    expect(report.tasks.last.outcome).toBe('blocked')
    expect(repository.show(report.tasks.slow.kept, 'slow.txt')).toBe('part')
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

  test('lets the same command continue with the run', async () => {
    const repository = makeRepository()
    const { child, closed } = await interrupted(repository)
    child.kill('SIGINT')
    const first = JSON.parse((await closed).stdout)
    repository.write({ go: '' })
    const report = await runToReport(repository)

    expect(report.run).toBe(first.run)
    expect(report.code).toBe(0)
    expect(report.tasks.done?.startedAt).toBe(first.tasks.done.startedAt)
    expect(repository.show(report.integration.branch as string, 'slow.txt')).toBe('all')
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

  test('is ended with the attempt that started it', async () => {
    const repository = makeRepository()
    const [ended, timedOut] = [join(makeFolder(), 'pid'), join(makeFolder(), 'pid')]
    writePlan(repository, {
      a: { script: `${leaving(ended)}; echo a > a.txt` },
      b: { script: `${leaving(timedOut)}; sleep 60`, 'timeout-minutes': seconds(1), retries: 0 },
    })
    const { tasks } = await runToReport(repository)

    expect([tasks.a?.outcome, tasks.b?.outcome]).toEqual(['succeeded', 'timed-out'])
    expect([ended, timedOut].map(isRunning)).toEqual([false, false])
  })

  test('is ended with the task when its setup started it, and not before', async () => {
    const repository = makeRepository()
    const pidFile = join(makeFolder(), 'pid')
    writePlan(repository, {
      a: { setup: leaving(pidFile), script: `kill -0 $(cat ${pidFile}) && echo a > a.txt` },
    })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(isRunning(pidFile)).toBe(false)
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
