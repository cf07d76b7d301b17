import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { toCheckout, toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const asRoot = hasOtherUsers ? test : test.skip
const asPlanned = { PARALLEL_AGENTS_SANDBOX: 'auto' }

function makeOpenRepository(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = makeRepository(files)
  openToOthers(repository.folder)
  return repository
}

/** Users without accounts that own something in the checkouts or the records of runs. */
function listOwners(repository: TestRepository): number[] {
  const folders = [toCheckouts(repository), join(repository.folder, '.git')].filter(path => existsSync(path))
  const paths = folders.flatMap(folder => [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)),
  ])
  return [...new Set(paths.map(path => lstatSync(path).uid))].filter(uid => uid !== 0)
}

function listClaims(): string[] {
  return existsSync('/run/parallel-agents.users') ? readdirSync('/run/parallel-agents.users') : []
}

// Setup, tests, a retry, a conflict, and a checkout that stays because only it has a commit of a nested repository.
asRoot(`a plan lands that runs as users of their own${otherUsersTitle}`, async () => {
  const repository = makeOpenRepository({ 'list.txt': 'start\n', '.gitignore': 'deps\n' })
  const claimed = listClaims()
  const retry =
    'git log -1 --format=%s >> a.txt; if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then echo bad > broken; else rm broken; fi'
  const nested =
    'git init -q nested && cd nested && git -c user.name=A -c user.email=a@x commit -q --allow-empty -m own && cd .. && echo c > c.txt'
  writePlan(
    repository,
    {
      a: {
        script: `id -u > user-a.txt; cat deps/lib > a.txt; echo a >> list.txt; git add -A; git commit -qm mine; ${retry}`,
        retries: 1,
        test: 'test ! -e broken && test -e deps/lib && git status --short > /dev/null',
      },
      b: { script: 'id -u > user-b.txt; echo b >> list.txt; ls -ld . | cut -c1-10 > b.txt' },
      c: { script: nested, retries: 0 },
    },
    {
      setup: 'mkdir deps && echo library > deps/lib',
      integration: {
        test: 'test -e list.txt && id -u | grep -qv "^0$"',
        setup: 'mkdir deps; id -u > deps/user',
      },
    },
  )
  const report = await runToReport(repository, [], {
    env: { ...asPlanned, PATH: makePathWithout('bwrap'), HOME: makeFolder('home') },
  })
  const { tasks, run } = report
  const branch = (task: string) => tasks[task]?.branch as string

  expect(report.sandbox).toBe('user')
  expect(report.stderr).toContain('sandbox: user. Agents, setup and tests run as users of their own')
  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2, landing: 'landed' })
  expect(tasks.b).toMatchObject({ outcome: 'succeeded' })
  expect(repository.show(branch('a'), 'a.txt')).toBe('library\nmine')
  expect(repository.show(branch('b'), 'b.txt')).toBe('drwx------')
  expect(repository.show(branch('a'), 'user-a.txt')).not.toBe(repository.show(branch('b'), 'user-b.txt'))
  expect(tasks.c?.reason).toContain('nested')
  const kept = toCheckout(repository, run, 'c')
  expect(execFileSync('git', ['-C', kept, 'status', '--short'], { encoding: 'utf8' })).toContain('nested/')
  expect(listOwners(repository)).toEqual([])
  expect(listClaims()).toEqual(claimed)
})

asRoot(
  `a run that was killed leaves no process, and is resumed or cleaned up${otherUsersTitle}`,
  async () => {
    const repository = makeOpenRepository()
    const shared = makeFolder('shared')
    execFileSync('chmod', ['777', shared])
    const claimed = listClaims()
    const stray = `env -i PATH="$PATH" setsid sh -c 'cd /; while :; do date +%s%N > ${shared}/alive; sleep 0.1; done' > /dev/null 2>&1 < /dev/null &`
    const script = `echo $PARALLEL_AGENTS_ATTEMPT >> a.txt; [ -e ${shared}/again ] || { ${stray} touch ${shared}/started; sleep 60; }`
    writePlan(repository, { a: { script } })
    const env = { ...asPlanned, PATH: makePathWithout('bwrap'), HOME: makeFolder('home') }
    const kill = async () => {
      const run = startCli(repository.folder, ['run'], { env })
      const closed = untilClosed(run)
      await until(() => existsSync(join(shared, 'alive')) && existsSync(join(shared, 'started')))
      run.kill('SIGKILL')
      await closed
      for (const name of ['alive', 'started']) execFileSync('rm', ['-f', join(shared, name)])
    }
    const isAlive = async () => {
      execFileSync('rm', ['-f', join(shared, 'alive')])
      await new Promise(resolve => setTimeout(resolve, 500))
      return existsSync(join(shared, 'alive'))
    }
    await kill()
    expect(listOwners(repository)).not.toEqual([])
    execFileSync('touch', [join(shared, 'again')])
    const resumed = await runToReport(repository, [], { env })

    expect(resumed).toMatchObject({ sandbox: 'user', tasks: { a: { landing: 'landed' } } })
    expect(await isAlive()).toBe(false)
    expect(listOwners(repository)).toEqual([])
    expect(listClaims()).toEqual(claimed)

    execFileSync('rm', ['-f', join(shared, 'again')])
    writePlan(repository, { b: { script: script.replaceAll('a.txt', 'b.txt') } })
    await kill()
    expect(await isAlive()).toBe(true)
    await runCli(repository.folder, ['clean'], { env })

    expect(await isAlive()).toBe(false)
    expect(listOwners(repository)).toEqual([])
    expect(listClaims()).toEqual(claimed)
  },
)

asRoot(
  `a repository that others cannot read has no such sandbox, and the run says what to do${otherUsersTitle}`,
  async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'id -u > a.txt' } })
    const env = { ...asPlanned, PATH: makePathWithout('bwrap'), HOME: makeFolder('home') }
    const report = await runToReport(repository, [], { env })

    expect(report.sandbox).toBe('none')
    expect(report.stderr).toMatch(
      /no sandbox: bubblewrap is not installed .*; users of their own: they cannot read git objects in .*: put the repository/,
    )
    const doctor = await runCli(repository.folder, ['doctor'], { env })
    expect(doctor.stdout).toContain('users of their own: they cannot read git objects')
  },
)

asRoot(`files with keys that others can read are named${otherUsersTitle}`, async () => {
  const repository = makeOpenRepository({ '.gitignore': '.env\n' })
  repository.write({ '.env': 'KEY=1\n' })
  writePlan(repository, { a: { script: 'echo a > a.txt' } })
  const env = { ...asPlanned, PATH: makePathWithout('bwrap'), HOME: makeFolder('home') }
  const report = await runToReport(repository, [], { env })

  expect(report.sandbox).toBe('user')
  expect(report.stderr).toContain(`They can read ${join(repository.folder, '.env')}`)
  expect(readFileSync(join(repository.folder, '.env'), 'utf8')).toBe('KEY=1\n')
})
