import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readInCheckout, toCheckout, toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { killCaller, makeGitShim, withGitScript } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const commitAll = (subject: string) =>
  `git add -A; git -c user.name=A -c user.email=a@x commit -qm ${subject}`

/** The subjects of all commits that a ref leads to. */
function keptSubjects(repository: TestRepository): string[] {
  return repository.git('log', '--all', '--format=%s').split('\n')
}

/** Whether a ref leads to a commit with such a file. */
function keptFile(repository: TestRepository, path: string): string | undefined {
  const commits = repository.git('rev-list', '--all').split('\n')
  const commit = commits.find(id =>
    repository.git('ls-tree', '-r', '--name-only', id).split('\n').includes(path),
  )
  return commit && repository.show(commit, path)
}

/** Runs a plan until its agent has touched a file, and kills the harness with everything that it has started. */
async function runAndKill(repository: TestRepository, folder = repository.folder): Promise<void> {
  const marker = join(makeFolder('marker'), 'reached')
  const child = startCli(folder, ['run'], { env: { MARKER: marker } })
  const closed = untilClosed(child)
  await until(() => existsSync(marker))
  child.kill('SIGKILL')
  await closed
}

const reached = 'touch "$MARKER"; sleep 60'
/** Waits on the first start only, so that the next one ends. */
const once = (script: string) =>
  `if [ -z "$MARKER" ]; then echo done > done.txt; else ${script}; ${reached}; fi`

function tasksFolder(repository: TestRepository): string {
  const state = join(repository.folder, '.git', 'parallel-agents')
  return join(state, readdirSync(state)[0] as string, 'tasks')
}

describe('commits that an agent left', () => {
  test('are kept when the repair that brings them over is killed in between', async () => {
    const repository = makeRepository()
    const script = `echo 1 > k; ${commitAll('precious')}; git -c user.name=A -c user.email=a@x commit -q --amend -m second`
    writePlan(repository, { a: { script, retries: 0 } })
    const PATH = makeGitShim({ pattern: '*unpack-objects*', call: 2, script: killCaller })
    expect((await runCli(repository.folder, ['run'], { env: { PATH } })).code).toBeNull()
    const report = await runToReport(repository)

    expect(report.status).toBe('landed')
    expect(keptSubjects(repository)).toContain('precious')
  })

  test('are kept although another ref beside them names nothing that can be read', async () => {
    const repository = makeRepository()
    const script = [
      `git checkout -q -b side; echo s > side.txt; ${commitAll('side')}; git checkout -q -; echo a > a.txt`,
      'echo 1111111111111111111111111111111111111111 > "$(git rev-parse --git-dir)/refs/heads/broken"',
    ].join('; ')
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(keptSubjects(repository)).toContain('side')
    expect(tasks.a?.reason).toMatch(/checkout remains at .*: 1111111\d* is not there/)
    expect(readInCheckout(repository, { run, task: 'a' }, 'a.txt')).toBe('a\n')
  })

  test('are kept when only a packed ref leads to them', async () => {
    const repository = makeRepository()
    const commit = 'git -c user.name=A -c user.email=a@x commit-tree -m packed -p HEAD "HEAD^{tree}"'
    writePlan(repository, {
      a: { script: `git tag t $(${commit}); git pack-refs --all; echo a > a.txt`, retries: 0 },
    })
    const report = await runToReport(repository)

    expect(report.tasks.a?.reason).toBeNull()
    expect(keptSubjects(repository)).toContain('packed')
  })

  test('are kept when they are in an annotated tag, and branches of the user are not taken for strays', async () => {
    const repository = makeRepository()
    repository.git('checkout', '-q', '-b', 'feature')
    repository.commit('first of feature')
    repository.commit('second of feature')
    repository.git('checkout', '-q', 'main')
    const script = [
      'git checkout -q feature~1; git checkout -q feature; git checkout -q "agents/$PARALLEL_AGENTS_RUN/tasks/a"',
      'git -c user.name=A -c user.email=a@x tag -m t v9 $(git -c user.name=A -c user.email=a@x commit-tree -m tagged "HEAD^{tree}")',
      'echo a > a.txt',
    ].join('; ')
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', reason: null })
    const kept = repository.git('log', '--format=%s', `main..${tasks.a?.kept}`)
    expect(kept).toContain('tagged')
    expect(kept).not.toContain('feature')
  })

  test('are kept when they are in a repository of its own that it put in the place of the given one', async () => {
    const repository = makeRepository()
    const script = `rm .git; git init -q .; echo 1 > one.txt; ${commitAll('one')}; git rm -q one.txt; echo 2 > two.txt; ${commitAll('two')}`
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(keptSubjects(repository)).toEqual(expect.arrayContaining(['one', 'two']))
  })

  test('are kept when it deletes its worktree, and the next attempt gets it back', async () => {
    const repository = makeRepository()
    const script = `if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then echo 1 > one.txt; ${commitAll('one')}; rm -rf "$PWD"; else test -f one.txt && echo 2 > two.txt; fi`
    writePlan(repository, { a: { script, retries: 1 } })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(repository.show(integration.branch as string, 'two.txt')).toBe('2')
  })

  test('stay on a ref when it deletes its worktree for good, also after "clean"', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: `echo 1 > one.txt; ${commitAll('one')}; rm -rf "$PWD"`, retries: 0 },
    })
    const { tasks } = await runToReport(repository)
    await runCli(repository.folder, ['clean'])

    expect(tasks.a).toMatchObject({ outcome: 'failed', reason: 'the agent deleted its checkout' })
    expect(keptSubjects(repository)).toContain('one')
  })
})

test('the time between a kill and the next start does not count as time of the task', async () => {
  const repository = makeRepository()
  writePlan(repository, { a: { script: once('echo a > a.txt'), retries: 0 } })
  await runAndKill(repository)
  const record = join(tasksFolder(repository), 'a', 'attempt.json')
  const yesterday = new Date(Date.now() - 86_400_000)
  const times = { startedAt: yesterday.toISOString(), attemptStartedAt: yesterday.toISOString() }
  writeFileSync(record, JSON.stringify({ ...JSON.parse(readFileSync(record, 'utf8')), ...times }))
  utimesSync(join(tasksFolder(repository), '../a.log'), yesterday, yesterday)
  const { tasks } = await runToReport(repository)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', startedAt: times.startedAt })
  expect(tasks.a?.seconds).toBeLessThan(60)
})

describe('what a killed run left running', () => {
  const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && !readStat(pid).includes(') Z ')
  const readStat = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8')

  /** The process of an agent that has left its group. */
  async function leaveRunning(repository: TestRepository): Promise<number> {
    const pidFile = join(makeFolder('pid'), 'pid')
    const daemon = `setsid sh -c 'echo $$ > ${pidFile}; exec sleep 300' & while [ ! -s ${pidFile} ]; do sleep 0.02; done`
    writePlan(repository, {
      a: { script: once(`echo 1 > one.txt; ${commitAll('one')}; ${daemon}`), retries: 0 },
    })
    await runAndKill(repository)
    const pid = Number(readFileSync(pidFile, 'utf8'))
    expect(isAlive(pid)).toBe(true)
    return pid
  }

  test('is ended by "clean", which names the command that resumes the run', async () => {
    const repository = makeRepository()
    const pid = await leaveRunning(repository)
    const { stdout } = await runCli(repository.folder, ['clean'])

    expect(stdout).toMatch(/it is unfinished: resume it with ".* run --resume/)
    expect(isAlive(pid)).toBe(false)
    expect((await runToReport(repository)).status).toBe('landed')
    expect(keptSubjects(repository)).toContain('one')
  })

  test('is ended by "discard", not by what only asks', async () => {
    const repository = makeRepository()
    const pid = await leaveRunning(repository)
    await runCli(repository.folder, ['clean', '--dry-run'])
    expect(isAlive(pid)).toBe(true)
    const run = repository
      .git('for-each-ref', '--format=%(refname)', 'refs/parallel-agents/*/plan')
      .split('/')[2]
    const { code } = await runCli(repository.folder, ['discard', run as string, '--yes'])

    expect([code, isAlive(pid)]).toEqual([0, false])
  })
})

describe('the next start after a crash', () => {
  test('keeps commits whose worktree was deleted', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: once(`echo 1 > one.txt; ${commitAll('one')}`), retries: 0 } })
    await runAndKill(repository)
    rmSync(toCheckouts(repository), { recursive: true })
    const report = await runToReport(repository)

    expect(report.status).toBe('landed')
    expect(keptSubjects(repository)).toContain('one')
  })

  test('finds the worktree from another checkout of a bare repository', async () => {
    const origin = makeRepository()
    const bare = openTestRepository(makeFolder('bare'))
    bare.git('clone', '-q', '--bare', origin.folder, '.')
    const [one, two] = ['one', 'two'].map(name => openTestRepository(join(makeFolder(name), 'checkout'))) as [
      TestRepository,
      TestRepository,
    ]
    bare.git('worktree', 'add', '-q', '-b', 'one', one.folder, 'main')
    bare.git('worktree', 'add', '-q', '-b', 'two', two.folder, 'main')
    const tasks = {
      a: { script: once(`echo 1 > one.txt; ${commitAll('one')}; echo w > work.txt`), retries: 0 },
    }
    for (const checkout of [one, two]) writePlan(checkout, tasks, { target: 'main' })
    await runAndKill(one)
    const report = await runToReport(two)

    expect(report.status).toBe('landed')
    expect(keptSubjects(bare)).toContain('one')
    expect(keptFile(bare, 'work.txt')).toBe('w')
    expect(existsSync(toCheckouts(one))).toBe(false)
  })

  test('keeps the work of an attempt whose record was interrupted', async () => {
    const repository = makeRepository()
    const script = once(`echo 1 > one.txt; ${commitAll('one')}; echo w > work.txt`)
    writePlan(repository, { a: { script, retries: 0 } })
    await runAndKill(repository)
    truncateSync(join(tasksFolder(repository), 'a', 'attempt.json'))
    const report = await runToReport(repository)

    expect(report.status).toBe('landed')
    expect(keptSubjects(repository)).toContain('one')
    expect(keptFile(repository, 'work.txt')).toBe('w')
  })

  test('makes an index again that was interrupted', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: once('echo w > work.txt'), retries: 0 } })
    await runAndKill(repository)
    truncateSync(join(tasksFolder(repository), 'a', 'worktree', 'index'), 20)
    const report = await runToReport(repository)

    expect(report.status).toBe('landed')
    expect(keptFile(repository, 'work.txt')).toBe('w')
  })

  test('moves files aside whose git directory was deleted', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: once('echo w > work.txt'), retries: 0 } })
    await runAndKill(repository)
    rmSync(tasksFolder(repository), { recursive: true })
    const { status, run } = await runToReport(repository)

    expect(status).toBe('landed')
    const [left = ''] = readdirSync(join(toCheckouts(repository), run))
    expect(readFileSync(join(toCheckouts(repository), run, left, 'work.txt'), 'utf8')).toBe('w\n')
  })

  test('moves a worktree aside that cannot be repaired, and continues', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: once(`echo 1 > one.txt; ${commitAll('one')}`), retries: 0 },
      b: { script: 'echo b > b.txt' },
    })
    await runAndKill(repository)
    const git = join(tasksFolder(repository), 'a', 'worktree', 'git')
    rmSync(join(git, 'objects'), { recursive: true })
    const report = await runToReport(repository)

    expect(report.status).toBe('landed')
    expect(report.stderr).toMatch(/the work of a remains at .*left-a-/)
    const left = readdirSync(join(toCheckouts(repository), report.run)).filter(name =>
      name.startsWith('left-a-'),
    )
    expect(readFileSync(join(toCheckouts(repository), report.run, left[0] ?? '', 'one.txt'), 'utf8')).toBe(
      '1\n',
    )
  })
})

describe('a worktree that stayed', () => {
  const script =
    'if [ -e sub ]; then exit 9; fi; echo "$PARALLEL_AGENTS_ATTEMPT" >> "$STARTS"; if [ -n "$BAD" ]; then git init -q sub; echo x > sub/f; else echo good > good.txt; fi'

  test('is moved aside when the task is redone, and the agent is started', async () => {
    const repository = makeRepository()
    const STARTS = join(makeFolder('starts'), 'starts')
    writePlan(repository, { a: { script, retries: 0 } })
    const first = await runToReport(repository, [], { env: { STARTS, BAD: 'yes' } })
    const second = await runToReport(repository, ['--resume', first.run], { env: { STARTS } })

    expect(first.tasks.a?.reason).toContain('its checkout remains at')
    expect(readFileSync(STARTS, 'utf8')).toBe('1\n1\n')
    expect(second.tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed', attempts: 1 })
    const folder = join(toCheckouts(repository), first.run)
    const [left = ''] = readdirSync(folder)
    expect(readFileSync(join(folder, left, 'sub/f'), 'utf8')).toBe('x\n')
  })
})

describe('"clean"', () => {
  test('keeps the work of a task that ended with an infrastructure error', async () => {
    const repository = makeRepository()
    const env = withGitScript(
      'case "$*" in *write-tree) echo "fatal: the tree cannot be written" >&2; exit 128;; esac',
    )
    writePlan(repository, {
      a: { script: `echo 1 > one.txt; ${commitAll('one')}; echo w > work.txt`, retries: 0 },
    })
    const { tasks } = await runToReport(repository, [], { env })
    const cleaned = await runCli(repository.folder, ['clean'])

    expect(tasks.a?.outcome).toBe('infrastructure-error')
    expect(cleaned.code).toBe(0)
    expect(keptSubjects(repository)).toContain('one')
    expect(keptFile(repository, 'work.txt')).toBe('w')
  })
})

describe('a folder that git cannot open', () => {
  test('leaves the worktree in place', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'mkdir priv; echo w > priv/f; chmod 000 priv; echo k > k.txt', retries: 0 },
    })
    const isRoot = process.getuid?.() === 0
    if (isRoot) chownTree(repository.folder, 65534)
    const user = isRoot ? { uid: 65534, gid: 65534 } : {}
    const { code, stdout, stderr } = await untilClosed(
      startCli(repository.folder, ['run', '--json'], { user }),
    )
    const [run = ''] = readdirSync(toCheckouts(repository))

    expect({ code, stderr }).toMatchObject({ code: 1 })
    expect(stdout).toContain("could not open directory 'priv/'")
    expect(existsSync(join(toCheckout(repository, run, 'a'), 'priv'))).toBe(true)
  })
})

function chownTree(folder: string, uid: number): void {
  chownSync(folder, uid, uid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), uid, uid)
}

describe('a report that a loss of power has left empty', () => {
  test('is made again', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    const { run } = await runToReport(repository)
    const id = repository.git('rev-parse', `refs/parallel-agents/${run}/report`)
    const path = join(repository.folder, '.git', 'objects', id.slice(0, 2), id.slice(2))
    chmodSync(path, 0o644)
    truncateSync(path)
    const again = await runToReport(repository)

    expect(again).toMatchObject({ run, status: 'landed' })
    expect(repository.git('cat-file', '-t', `refs/parallel-agents/${run}/report`)).toBe('blob')
  })
})
