import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

function allRefs(repository: TestRepository): string {
  return repository.git('for-each-ref', '--format=%(refname)')
}

async function makeRun() {
  const repository = makeRepository()
  writePlan(repository, {
    a: { script: 'echo a > a.txt' },
    b: { script: 'cat a.txt > b.txt', needs: ['a'] },
    broken: { script: 'echo half > half.txt; exit 1', retries: 0 },
  })
  return { repository, ...(await runToReport(repository)) }
}

describe('discard', () => {
  test('shows what would be lost and changes nothing without --yes', async () => {
    const { repository, run } = await makeRun()
    const before = allRefs(repository)
    const asked = await runCli(repository.folder, ['discard', run])
    const dry = await runCli(repository.folder, ['discard', run, '--dry-run'])

    expect([asked.code, dry.code, allRefs(repository)]).toEqual([2, 0, before])
    expect(asked.stderr).toContain('--yes')
    for (const name of [`agents/${run}/tasks/a`, `agents/${run}/integration`, `${run}/kept/broken`])
      expect(dry.stdout).toContain(name)

    const done = await runCli(repository.folder, ['discard', run.slice(-4), '--yes'])
    expect(done.code).toBe(0)
    expect(allRefs(repository)).toBe('refs/heads/main')
    expect(existsSync(`${repository.folder}/.git/parallel-agents/${run}`)).toBe(false)
  })

  test('says how to restore work', async () => {
    const { repository, run } = await makeRun()
    const { stdout } = await runCli(repository.folder, ['discard', run, '--yes'])
    const line = stdout.split('\n').find(text => text.includes('tasks/a ')) as string
    repository.git(...line.trim().split(' ').slice(1))
    expect(repository.show(`agents/${run}/tasks/a`, 'a.txt')).toBe('a')

    const kept = stdout.split('\n').find(text => text.includes('kept/broken ')) as string
    repository.git(...kept.trim().split(' ').slice(1))
    expect(repository.show(`restored/${run}/kept/broken`, 'half.txt')).toBe('half')
  })

  test('refuses while a branch of the run is checked out, and names the place', async () => {
    const { repository, run } = await makeRun()
    repository.git('checkout', '--quiet', `agents/${run}/integration`)
    const { code, stderr } = await runCli(repository.folder, ['discard', run, '--yes'])

    expect(code).toBe(2)
    expect(stderr).toContain(`agents/${run}/integration is checked out in`)
  })
})

describe('rollback', () => {
  test('says why it removes others too, and how to restore them', async () => {
    const { repository, run } = await makeRun()
    const { stdout } = await runCli(repository.folder, ['rollback', 'a'])

    expect(stdout).toContain('also b: it needs a')
    expect(stdout).toMatch(new RegExp(`to redo it: .*run --resume ${run} --only a,b`))
  })

  test('closes a failed task, and keeps its work by default', async () => {
    const { repository, run } = await makeRun()
    const kept = `refs/parallel-agents/${run}/kept/broken`
    const { code } = await runCli(repository.folder, ['rollback', 'broken'])
    const again = await runToReport(repository, ['--resume', run])

    expect(code).toBe(0)
    expect([again.tasks.broken?.rolledBack, again.tasks.broken?.attempts]).toEqual([true, 1])
    expect(allRefs(repository)).toContain(kept)
  })

  test('deletes the work of a failed task on demand, and names the commit', async () => {
    const { repository, run } = await makeRun()
    const kept = `refs/parallel-agents/${run}/kept/broken`
    const commit = repository.git('rev-parse', kept)
    const { stdout } = await runCli(repository.folder, ['rollback', 'broken', '--discard-work'])

    expect(allRefs(repository)).not.toContain(kept)
    expect(stdout).toContain(`git update-ref ${kept} ${commit}`)
  })
})
