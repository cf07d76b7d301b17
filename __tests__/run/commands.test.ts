import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createProgram } from '../../src/cli/program.ts'
import type { Terminal } from '../../src/cli/terminal/terminal.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { withGitScript } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { prepareOnce } from '../support/prepared.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const three = {
  a: { script: 'echo a > a.txt; echo "did a" > "$PARALLEL_AGENTS_REPORT_FILE"' },
  b: { script: 'cat a.txt > b.txt', needs: ['a'] },
  c: { script: 'echo c > c.txt' },
}

/** After a run of these three tasks. */
const afterThree = prepareOnce(async () => {
  const repository = makeRepository()
  writePlan(repository, three)
  return { repository, first: await runToReport(repository) }
})

describe('status', () => {
  test('reports what happens during setup and integration, too', async () => {
    const repository = makeRepository()
    const gate = makeFolder('gates')
    const wait = (name: string) =>
      `touch ${gate}/${name}-begins; until [ -e ${gate}/${name} ]; do sleep 0.05; done`
    writePlan(
      repository,
      { a: { script: 'echo a > a.txt' } },
      { setup: wait('setup'), integration: { test: `[ ! -f a.txt ] || { ${wait('test')}; }` } },
    )
    const run = runToReport(repository)

    await until(() => existsSync(join(gate, 'setup-begins')))
    expect((await runCli(repository.folder, ['status'])).stdout).toMatch(/▸ a .* setting up/)
    writeFileSync(join(gate, 'setup'), '')
    await until(() => existsSync(join(gate, 'test-begins')))
    const status = JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout)
    writeFileSync(join(gate, 'test'), '')

    expect(status.integration).toEqual([expect.stringMatching(/^testing .* · run 1$/)])
    expect(status.tasks.a).toMatchObject({ state: 'ended', outcome: 'succeeded' })
    expect((await run).status).toBe('landed')
  })

  test('shows the report of the latest run, and of a named one', async () => {
    const { repository, first } = await afterThree()
    writePlan(repository, { a: three.a })
    const second = await runToReport(repository)

    expect(JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout).run).toBe(second.run)
    const named = await runCli(repository.folder, ['status', first.run.slice(-4)])
    expect(named.stdout).toContain(`landed 3 of 3 on agents/${first.run}/integration`)
    expect((await runCli(repository.folder, ['status', '--all'])).stdout.split('\n')[0]).toContain(
      `${second.run}  landed`,
    )
  })

  test('shows what running agents are doing', async () => {
    const repository = makeRepository()
    const script = `echo '{"percent": 40, "message": "halfway"}' >> "$PARALLEL_AGENTS_PROGRESS_FILE"; echo working; sleep 60`
    writePlan(repository, { slow: { script }, next: { script: 'true', needs: ['slow'] } })
    const child = startCli(repository.folder, ['run'])
    const closed = untilClosed(child)
    let stdout = ''
    for (let tries = 0; tries < 50 && !stdout.includes('40 %'); tries++)
      stdout = (await runCli(repository.folder, ['status'])).stdout
    child.kill('SIGINT')
    await closed

    expect(stdout).toMatch(/▸ slow .*40 % {2}halfway/)
    expect(stdout).toContain('waits for slow')
    expect(stdout).toContain(`running in process ${child.pid}`)
  })

  test('works from another clone that has fetched', async () => {
    const { repository, first } = await afterThree()
    const { run } = first
    const clone = openTestRepository(makeFolder('clone'))
    clone.git('clone', '--quiet', repository.folder, '.')
    clone.git(
      'fetch',
      '--quiet',
      'origin',
      'refs/parallel-agents/*:refs/parallel-agents/*',
      'refs/heads/agents/*:refs/heads/agents/*',
    )

    expect((await runCli(clone.folder, ['status'])).stdout).toContain(
      `landed 3 of 3 on agents/${run}/integration`,
    )
    expect((await runCli(clone.folder, ['merge'])).code).toBe(0)
    expect((await runCli(clone.folder, ['logs', 'a'])).stdout).toContain('── succeeded')
  })

  test('says what to do when there is no run, or not that one', async () => {
    const empty = makeRepository()
    expect((await runCli(empty.folder, ['status'])).stderr).toContain(' run"')
    const { repository } = await afterThree()
    const { code, stderr } = await runCli(repository.folder, ['status', 'nope'])
    expect(code).toBe(2)
    expect(stderr).toContain('there is no run nope; known runs:')
    const unset = await runCli(repository.folder, ['discard', '', '--yes'])
    expect([unset.code, unset.stderr]).toEqual([
      2,
      expect.stringContaining('there is no run with an empty id'),
    ])
  })
})

describe('logs', () => {
  test('print what agents and tests printed, and know the tasks', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { script: 'echo from the agent; touch a', test: 'echo from the test' } },
      { integration: { test: 'echo from the integration' } },
    )
    await runToReport(repository)

    const log = await runCli(repository.folder, ['logs', 'a'])
    expect(log.stdout).toMatch(
      /attempt 1 with does-a[\s\S]*from the agent[\s\S]*test: echo from the test[\s\S]*from the test/,
    )
    expect((await runCli(repository.folder, ['logs', 'integration'])).stdout).toContain(
      'from the integration',
    )
    expect((await runCli(repository.folder, ['logs', 'integratoin'])).stderr).toContain(
      'did you mean `integration`?',
    )
  })

  test('follow a running agent to the end of the run', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'for i in 1 2 3 4 5 6; do echo line $i; sleep 0.3; done; touch a' },
    })
    const run = runToReport(repository)
    await until(() => repository.git('for-each-ref', 'refs/parallel-agents').includes('/plan'))
    let log = { stdout: '', stderr: 'there is no log' }
    while (log.stderr.includes('there is no log'))
      log = await runCli(repository.folder, ['logs', 'a', '--follow'])
    await run

    expect(log.stdout).toContain('line 6')
  })
})

describe('clean', () => {
  test('leaves what is not merged, and says why', async () => {
    const { repository, first } = await afterThree()
    const { run } = first
    const { stdout } = await runCli(repository.folder, ['clean'])

    expect(stdout).toContain(
      `not removed agents/${run}/integration: not merged into any branch outside of the run`,
    )
    expect(repository.git('for-each-ref', `refs/heads/agents/${run}`).split('\n')).toHaveLength(4)
  })

  test('takes a run away whose result was merged, whether by a merge or squashed', async () => {
    for (const squash of [[], ['--squash']]) {
      const { repository, first } = await afterThree()
      repository.git('merge', '--quiet', '--no-edit', ...squash, first.integration.branch as string)
      if (squash.length > 0) repository.git('commit', '--quiet', '-m', 'squashed')
      await runCli(repository.folder, ['clean'])

      expect(repository.git('for-each-ref', 'refs/heads/agents', 'refs/parallel-agents')).toBe('')
    }
  })

  test('does not say that it removed what was moved meanwhile', async () => {
    const { repository, first } = await afterThree()
    const { integration, run } = first
    repository.git('merge', '--quiet', '--no-edit', integration.branch as string)
    const move = `"$git" update-ref refs/heads/agents/${run}/tasks/a main`
    const env = withGitScript(`case "$*" in *update-ref*--stdin*) ${move};; esac`)
    const { stdout } = await runCli(repository.folder, ['clean'], { env })

    expect(stdout).toContain('removed nothing')
    expect(stdout).toContain(`not removed agents/${run}/tasks/a: moved during the clean-up`)
    expect(repository.git('for-each-ref', `refs/heads/agents/${run}`).split('\n')).toHaveLength(4)
    expect((await runCli(repository.folder, ['status'])).code).toBe(0)
    await runCli(repository.folder, ['clean'])
    expect(repository.git('for-each-ref', 'refs/heads/agents', 'refs/parallel-agents')).toBe('')
  })

  test('leaves evicted branches, kept work and branches that are checked out', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        good: { script: 'touch good' },
        bad: { script: 'touch bad' },
        part: { script: 'touch part; exit 1', retries: 0 },
      },
      { integration: { test: '! [ -f bad ]' } },
    )
    const { integration, run } = await runToReport(repository)
    repository.git('merge', '--quiet', '--no-edit', integration.branch as string)
    repository.git('checkout', '--quiet', `agents/${run}/tasks/good`)
    const { stdout } = await runCli(repository.folder, ['clean'])

    expect(stdout).toContain(`not removed agents/${run}/tasks/good: is checked out`)
    expect(stdout).toContain(`not removed agents/${run}/tasks/bad: not merged`)
    expect(stdout).toContain(
      `not removed refs/parallel-agents/${run}/kept/part: work that never became a branch`,
    )
    expect(
      repository.git('for-each-ref', '--format=%(refname)', `refs/heads/agents/${run}`).split('\n'),
    ).toEqual([`refs/heads/agents/${run}/tasks/bad`, `refs/heads/agents/${run}/tasks/good`])
  })
})

describe('resume', () => {
  test('redoes what did not land, from the landed tip, and keeps the old branch', async () => {
    const repository = makeRepository({ 'x.txt': 'base\n' })
    writePlan(
      repository,
      {
        first: { script: 'echo first > x.txt', files: ['x.txt'] },
        second: { script: 'cat x.txt > seen.txt; echo second > x.txt', files: ['*.txt'] },
      },
      { overlap: 'warn' },
    )
    const before = await runToReport(repository)
    expect(before.tasks.second?.landing).toBe('conflicted')
    const after = await runToReport(repository, ['--resume', before.run])

    expect(after.code).toBe(0)
    expect(after.tasks.first?.startedAt).toBe(before.tasks.first?.startedAt)
    expect(repository.show(after.integration.branch as string, 'seen.txt')).toBe('first')
    expect(repository.show(after.integration.branch as string, 'x.txt')).toBe('second')
    expect(
      repository.git(
        'merge-base',
        '--is-ancestor',
        before.tasks.second?.commit as string,
        after.tasks.second?.kept as string,
      ),
    ).toBe('')
  })

  test('starts a new run after a finished one', async () => {
    const { repository, first } = await afterThree()
    const second = await runToReport(repository)

    expect(second.run).not.toBe(first.run)
  })
})

describe('merge', () => {
  test('repeats no test on the same tree, and says so', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { integration: { test: 'true' } })
    const { run } = await runToReport(repository)
    const { stdout } = await runCli(repository.folder, ['merge', run])

    expect(stdout).toContain('tests passed (result of an earlier run)')
  })
})

describe('init', () => {
  test('writes a plan that is valid, from what it finds', async () => {
    const repository = makeRepository({
      'package.json': '\ufeff{"scripts": {"test": "jest"}}',
      'package-lock.json': '{}',
      'src/x.ts': '',
      'docs/x.md': '',
    })
    const init = await runCli(repository.folder, ['init'])
    const plan = await runCli(repository.folder, ['plan'])

    expect(init.stdout).toBe('wrote parallel-agents.yml\n')
    expect(repository.read('parallel-agents.yml')).not.toContain('$schema')
    expect(repository.read('parallel-agents.yml')).toContain('test: npm test')
    expect(repository.read('parallel-agents.yml')).toContain('checkout: { dependencies: auto }')
    expect(plan.code).toBe(0)
    expect(plan.stdout).toMatch(/improve-src.*src\/\*\*/)
    expect(plan.stdout).toMatch(
      /`run` would refuse to start: task improve-src still has the placeholder prompt/,
    )
  })

  test('never replaces a plan', async () => {
    const repository = makeRepository({ 'plan.yml': 'mine' })
    const { code, stderr } = await runCli(repository.folder, ['init'])

    expect(code).toBe(2)
    expect(stderr).toContain('a plan already exists: plan.yml')
  })
})

describe('the command line', () => {
  test('works where TMPDIR names a folder that does not exist, with and without a sandbox', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    const env = { TMPDIR: '/nonexistent/tmp' }
    for (const sandbox of ['auto', 'none'])
      expect((await runCli(repository.folder, ['run', '--new', '--sandbox', sandbox], { env })).code).toBe(0)
  })

  test('says what is wrong with a call, with exit code 2', async () => {
    const repository = makeRepository()
    const unknown = await runCli(repository.folder, ['rnu'])
    const count = await runCli(repository.folder, ['run', '-p', 'many'])
    const none = await runCli(repository.folder, ['run'])
    mkdirSync(join(repository.folder, 'plan.yml'))
    const folder = await runCli(repository.folder, ['run'])

    expect([unknown.code, count.code, none.code, folder.code]).toEqual([2, 2, 2, 2])
    expect(folder.stderr).toContain('/plan.yml is not a file')
    expect(unknown.stderr).toContain('Did you mean run?')
    expect(count.stderr).toContain('Use a whole number')
    expect(none.stderr).toMatch(/ init"/)
  })

  test('has help with examples for each command', async () => {
    const commands = [
      'init',
      'plan',
      'run',
      'status',
      'logs',
      'merge',
      'rollback',
      'clean',
      'demo',
      'completion',
    ]
    const program = createProgram({} as Terminal)
    for (const name of commands) {
      let help = ''
      const command = program.commands.find(known => known.name() === name)
      command?.configureOutput({
        writeOut: text => {
          help += text
        },
      })
      command?.outputHelp()
      expect([name, help]).toEqual([name, expect.stringContaining('Examples:')])
    }
    const { code, stdout } = await runCli('.', ['run', '--help'])
    expect([code, stdout]).toEqual([0, expect.stringContaining('Examples:')])
  })

  test('works on another folder with -C', async () => {
    const repository = makeRepository()
    writePlan(repository, three)
    expect((await runCli('/', ['-C', repository.folder, 'plan'])).stdout).toContain('3 tasks')
  })
})
