import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const tasks = { a: { script: 'echo a > a.txt' }, b: { script: 'echo b > b.txt' } }

/** A PATH on which deleting waits until a file is there. */
function slowDeletion(go: string): string {
  const folder = makeFolder('bin')
  const nice = join(folder, 'nice')
  writeFileSync(nice, `#!/bin/sh\nuntil [ -e ${go} ]; do sleep 0.1; done\nshift 2\nexec "$@"\n`)
  chmodSync(nice, 0o755)
  return `${folder}:${process.env.PATH}`
}

describe('old checkouts', () => {
  test('are deleted after the report is printed and the run is free, and that is said', async () => {
    const repository = makeRepository()
    const go = join(makeFolder('go'), 'go')
    writePlan(repository, tasks)
    const child = startCli(repository.folder, ['run', '--json'], { env: { PATH: slowDeletion(go) } })
    let stdout = ''
    let stderr = ''
    child.stdout?.on('data', chunk => {
      stdout += String(chunk)
    })
    child.stderr?.on('data', chunk => {
      stderr += String(chunk)
    })
    const closed = untilClosed(child)
    await until(() => stderr.includes('still being deleted'))
    const { run, status } = JSON.parse(stdout) as Report

    expect(status).toBe('landed')
    expect(stderr).toContain(
      `4 folders of old checkouts are still being deleted in ${join(toCheckouts(repository), run)}`,
    )
    expect(repository.git('show', `refs/parallel-agents/${run}/lock`)).toBe('null')
    writeFileSync(go, '')
    expect((await closed).code).toBe(0)
    expect(existsSync(toCheckouts(repository))).toBe(false)
  }, 15_000)

  test('that a killed process left are cleaned, with what was under test', async () => {
    const repository = makeRepository()
    writePlan(repository, tasks)
    const { run } = await runToReport(repository)
    repository.git('merge', '--quiet', `agents/${run}/integration`)
    for (const name of ['_trash-1', `integration-2_${run.slice(-4)}`])
      mkdirSync(join(toCheckouts(repository), run, name), { recursive: true })
    const { code, stdout } = await runCli(repository.folder, ['clean'])

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringContaining('left') })
    expect(existsSync(toCheckouts(repository))).toBe(false)
    expect(readdirSync(join(repository.folder, '.git', 'parallel-agents'))).toEqual([])
  })
})
