import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

/** A run in which `a` fails its test and `b` waits for it, and a person who continues from what was kept. */
async function failAndGoOn(
  path: string,
): Promise<{ repository: TestRepository; run: string; branch: string }> {
  const repository = makeRepository()
  writePlan(repository, {
    a: { script: 'echo wrong > a.txt', test: 'grep -q right a.txt', files: ['a.txt'], retries: 0 },
    b: { script: 'cp a.txt b.txt', needs: ['a'] },
  })
  const { tasks, run } = await runToReport(repository)
  expect(tasks).toMatchObject({ a: { outcome: 'failed' }, b: { outcome: 'blocked' } })
  const branch = `agents/${run}/tasks/a`
  repository.git('branch', branch, tasks.a?.kept as string)
  repository.git('checkout', '--quiet', branch)
  repository.write({ [path]: 'right\n' })
  repository.git('add', path)
  repository.git('commit', '--quiet', '--message', 'by hand')
  repository.git('checkout', '--quiet', 'main')
  return { repository, run, branch }
}

describe('what a person commits on the branch of a task that failed', () => {
  test('is merged, and not replaced when the run is resumed', async () => {
    const { repository, run, branch } = await failAndGoOn('a.txt')
    const tip = repository.git('rev-parse', branch)
    const merged = JSON.parse((await runCli(repository.folder, ['merge', run, '--json'])).stdout)
    expect(merged.tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed', commit: tip })

    const resumed = await runToReport(repository, ['--resume', run])
    expect(resumed.tasks).toMatchObject({ a: { commit: tip, landing: 'landed' }, b: { landing: 'landed' } })
    expect(repository.show(resumed.integration.branch as string, 'b.txt')).toBe('right')
    expect(repository.git('rev-parse', branch)).toBe(tip)
  })

  test('is not merged when a gate refuses it, and stays', async () => {
    const { repository, run, branch } = await failAndGoOn('other.txt')
    const tip = repository.git('rev-parse', branch)
    const { tasks, stderr } = await runToReport(repository, ['--resume', run])

    expect(tasks.a?.outcome).toBe('failed')
    expect(stderr).toContain(`${branch} is not merged`)
    expect(repository.git('rev-parse', branch)).toBe(tip)
  })
})
