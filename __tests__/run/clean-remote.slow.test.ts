import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

interface Setting {
  readonly repository: TestRepository
  readonly remote: TestRepository
  readonly run: string
}

/** A run that is at the remote as it would be published, where `broken` left kept work only. */
async function publish(rest: Readonly<Record<string, unknown>> = {}, broken = 'exit 1'): Promise<Setting> {
  const repository = makeRepository()
  const remote = makeRemote(repository)
  const tasks = {
    a: { script: 'echo a > a.txt' },
    b: { script: 'echo b > b.txt', needs: ['a'] },
    broken: { script: `echo half > half.txt; ${broken}`, retries: 0 },
  }
  writePlan(repository, tasks, rest)
  const { run } = await runToReport(repository)
  const refs = repository
    .git('for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/parallel-agents')
    .split('\n')
  const pushed = refs.filter(name => !name.endsWith('/lock') && name !== 'refs/heads/main')
  repository.git('push', '--quiet', 'origin', ...pushed)
  for (const name of pushed) repository.git('update-ref', '-d', name)
  return { repository, remote, run }
}

function merge({ repository, remote }: Setting, branch: string, ...how: string[]): void {
  repository.git('fetch', '--quiet', remote.folder, branch)
  repository.git('merge', '--quiet', ...how, 'FETCH_HEAD')
  if (how.includes('--squash')) repository.git('commit', '--quiet', '--message', 'all at once')
  repository.git('push', '--quiet', 'origin', 'main')
}

function listThere({ remote }: Setting): string[] {
  return remote.git('for-each-ref', '--format=%(refname)').split('\n')
}

describe('clean --remote', () => {
  test('shows what it would delete and why, then deletes what is in the target, and leaves the rest with its record', async () => {
    const setting = await publish({ branch: 'feature/{task}' })
    const { repository, run } = setting
    const early = await runCli(repository.folder, ['clean', '--remote'])
    expect(early.stdout).toContain('kept feature/a: not in main')
    merge(setting, 'feature/integration')
    const before = listThere(setting)
    const dry = await runCli(repository.folder, ['clean', '--remote', '--dry-run', '--run', run.slice(-4)])
    expect(dry.stdout).toMatch(/would delete 3 refs of origin[\s\S]*feature\/b: all of it is in main/)
    expect(dry.stdout).toContain('kept/broken: work that did not become a branch')
    expect(listThere(setting)).toEqual(before)

    const done = await runCli(repository.folder, ['clean', '--remote'])
    expect(done.code).toBe(0)
    expect(listThere(setting).filter(name => name.startsWith('refs/heads/'))).toEqual(['refs/heads/main'])
    expect(listThere(setting)).toContain(`refs/parallel-agents/${run}/report`)
  })

  test('takes the record away when all work is in the target, also in other commits', async () => {
    const setting = await publish({}, 'rm half.txt; exit 1')
    merge(setting, `agents/${setting.run}/integration`, '--squash')
    setting.repository.git('commit', '--quiet', '--allow-empty', '--message', 'more')
    setting.repository.git('push', '--quiet', 'origin', 'main')
    const { stdout } = await runCli(setting.repository.folder, ['clean', '--remote'])

    expect(stdout).toContain('main has it in other commits')
    expect(listThere(setting)).toEqual(['refs/heads/main'])
  })

  test('leaves branches that a person has continued, and those of runs that are not finished', async () => {
    const setting = await publish({}, 'rm half.txt; exit 1')
    const { repository, remote, run } = setting
    merge(setting, `agents/${run}/integration`)
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'by hand')
    repository.git('push', '--quiet', 'origin', `HEAD:agents/${run}/tasks/a`)
    repository.git('reset', '--quiet', '--hard', 'HEAD^')
    const { stdout } = await runCli(repository.folder, ['clean', '--remote', '--json'])
    const [cleaning] = JSON.parse(stdout)
    expect(cleaning.left).toEqual([
      { name: `agents/${run}/tasks/a`, why: expect.stringContaining('not in main') },
    ])
    expect(listThere(setting)).toContain(`refs/heads/agents/${run}/tasks/a`)

    remote.git('update-ref', '-d', `refs/parallel-agents/${run}/report`)
    const open = await runCli(repository.folder, ['clean', '--remote'])
    expect(open.stdout).toContain('it is unfinished')
  })

  test('says which remote is missing', async () => {
    const { code, stderr } = await runCli(makeRepository().folder, ['clean', '--remote', 'upstream'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no remote upstream')])
  })

  test('changes nothing from a shallow clone, and says how to get the history', async () => {
    const setting = await publish({}, 'rm half.txt; exit 1')
    merge(setting, `agents/${setting.run}/integration`)
    const before = listThere(setting)
    const folder = makeFolder('shallow')
    setting.repository.git('clone', '--quiet', '--depth=1', `file://${setting.remote.folder}`, folder)
    const { code, stderr } = await runCli(folder, ['clean', '--remote'])

    expect([code, stderr]).toEqual([2, expect.stringContaining('git fetch --unshallow')])
    expect(listThere(setting)).toEqual(before)
  })
})
