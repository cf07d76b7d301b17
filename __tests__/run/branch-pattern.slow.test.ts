import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const work = { a: { script: 'echo a > a.txt' }, b: { script: 'cat a.txt > b.txt', needs: ['a'] } }

function listBranches(repository: TestRepository): string[] {
  return repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n')
}

function listRefs(repository: TestRepository): string {
  return repository.git('for-each-ref', '--format=%(refname) %(objectname)')
}

function makeWork(branch = 'feature/{task}', tasks: Parameters<typeof writePlan>[1] = work): TestRepository {
  const repository = makeRepository()
  writePlan(repository, tasks, { branch })
  return repository
}

describe('a pattern for the names of branches', () => {
  test('names those of the tasks and of the result, and status, clean and discard know them', async () => {
    const repository = makeWork()
    const { run, tasks, integration } = await runToReport(repository)
    expect([tasks.a?.branch, integration.branch]).toEqual(['feature/a', 'feature/integration'])
    expect(listBranches(repository)).toEqual(['feature/a', 'feature/b', 'feature/integration', 'main'])

    const discard = await runCli(repository.folder, ['discard', run, '--dry-run'])
    expect(discard.stdout).toContain('feature/b')
    repository.git('merge', '--quiet', 'feature/integration')
    await runCli(repository.folder, ['clean'])
    expect(listRefs(repository)).not.toMatch(/feature|parallel-agents/)
  })

  test('with {run} in it has a branch for every run', async () => {
    const repository = makeWork('work/{run}/{task}')
    const runs = [await runToReport(repository), await runToReport(repository)].map(({ run }) => run)

    expect(listBranches(repository)).toHaveLength(7)
    expect(listBranches(repository)).toContain(`work/${runs[1]}/integration`)
  })

  test('refuses a run whose branches are there already, and leaves nothing of it', async () => {
    const repository = makeWork()
    repository.git('branch', 'feature/b')
    repository.git('branch', 'feature/a/deeper')
    const before = listRefs(repository)
    const { code, stderr } = await runCli(repository.folder, ['run'])

    expect(code).toBe(2)
    expect(stderr).toContain('feature/a/deeper, feature/b')
    expect(stderr).toContain('branch: "feature/{task}-{run}"')
    expect(listRefs(repository)).toBe(before)
    expect((await runCli(repository.folder, ['plan'])).stdout).toContain('feature/a/deeper')
  })

  test('refuses a run beside another one that will make the same branches', async () => {
    const go = `: > "$GO.begun"; until [ -e "$GO" ]; do sleep 0.05; done`
    const repository = makeWork('feature/{task}', { a: { script: `${go}; echo a > a.txt` } })
    const file = `${repository.folder}/.git/go`
    const first = startCli(repository.folder, ['run'], { env: { GO: file } })
    const ended = untilClosed(first)
    await until(() => existsSync(`${file}.begun`))
    const second = await runCli(repository.folder, ['run', '--new'])
    repository.write({ '.git/go': '' })

    expect(second.code).toBe(2)
    expect(second.stderr).toMatch(/run \S+ is unfinished and uses the same branch names/)
    expect((await ended).code).toBe(0)
    expect(repository.show('feature/a', 'a.txt')).toBe('a')
  })

  test('does not move a branch that someone makes meanwhile, and keeps the work', async () => {
    const script = 'git --git-dir "$MAIN" update-ref refs/heads/feature/a main && echo a > a.txt'
    const repository = makeWork('feature/{task}', { a: { script } })
    const env = { MAIN: `${repository.folder}/.git` }
    const { run, tasks } = await runToReport(repository, [], { env })
    expect(tasks.a).toMatchObject({ outcome: 'infrastructure-error', branch: null })
    expect(tasks.a?.reason).toContain('git branch -m feature/a')
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('a')
    expect(repository.git('rev-parse', 'feature/a')).toBe(repository.git('rev-parse', 'main'))

    const again = await runCli(repository.folder, ['run', '--resume', run], { env })
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('git branch -m feature/a')])
    repository.git('branch', '-m', 'feature/a', 'mine')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { branch: 'feature/{task}' })
    const { tasks: done } = await runToReport(repository, ['--resume', run, 'plan.yml'])
    expect(done.a?.landing).toBe('landed')
  })

  test('stays that of the run when the plan has another one by now', async () => {
    const repository = makeWork('feature/{task}', { ...work, c: { script: 'exit 1', retries: 0 } })
    const { run } = await runToReport(repository)
    writePlan(repository, { ...work, c: { script: 'echo c > c.txt' } }, { branch: 'other/{task}' })
    const { tasks, stderr } = await runToReport(repository, ['--resume', run, 'plan.yml'])

    expect(tasks.c).toMatchObject({ landing: 'landed', branch: 'feature/c' })
    expect(stderr).toContain('keep their names (feature/{task})')
    expect(listBranches(repository).filter(name => name.startsWith('other'))).toEqual([])
  })

  test('merges what a person commits on the branch of a task that failed', async () => {
    const tasks = { a: { script: 'echo wrong > a.txt', test: 'grep right a.txt', retries: 0 } }
    const repository = makeWork('feature/{task}', tasks)
    const { run, tasks: ended } = await runToReport(repository)
    repository.git('checkout', '--quiet', '-b', 'feature/a', ended.a?.kept as string)
    repository.write({ 'a.txt': 'right\n' })
    repository.git('commit', '--quiet', '--all', '--message', 'by hand')
    repository.git('checkout', '--quiet', 'main')
    const merged = JSON.parse((await runCli(repository.folder, ['merge', run, '--json'])).stdout)

    expect(merged.tasks.a.landing).toBe('landed')
    expect(repository.show('feature/integration', 'a.txt')).toBe('right')
  })
})
