import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { githubToken, runAction, runtimeToken, startAction } from '../support/action.ts'
import { untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const two = {
  a: { script: 'echo a > a.txt', files: ['a.txt'] },
  b: { script: 'echo b > b.txt', files: ['b.txt'], needs: ['a'] },
}

/** A repository with a bare remote that `main` was pushed to. */
function makeClone(): { repository: TestRepository; remote: TestRepository } {
  const remote = openTestRepository(makeFolder('remote'))
  remote.git('init', '--quiet', '--bare', '--initial-branch=main')
  const repository = makeRepository()
  repository.git('remote', 'add', 'origin', remote.folder)
  repository.git('push', '--quiet', 'origin', 'main')
  return { repository, remote }
}

describe('command: run on one runner', () => {
  test('runs the whole plan and reports the outcome', async () => {
    const repository = makeRepository()
    writePlan(repository, two, { integration: { test: 'cat a.txt b.txt' } })
    const { code, outputs } = await runAction(repository.folder)

    expect(code).toBe(0)
    expect(outputs).toMatchObject({
      status: 'landed',
      'landed-tasks': '["a","b"]',
      'failed-tasks': '[]',
      'conflicted-tasks': '[]',
      'integration-branch': `agents/${outputs.run}/integration`,
      'total-cost-usd': '',
    })
    expect(repository.show(outputs['integration-branch'] as string, 'b.txt')).toBe('b')
    const report = JSON.parse(readFileSync(outputs.report as string, 'utf8')) as Report
    expect(report.run).toBe(outputs.run)
  })

  test('fails when something did not land, draws what landed and what ran when, and says that nothing was pushed', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      ...two,
      c: { script: 'echo boom; exit 3', retries: 0 },
      d: { script: 'true', needs: ['c'] },
    })
    const { code, summary, outputs, commands } = await runAction(repository.folder)

    expect(code).toBe(1)
    expect(outputs).toMatchObject({
      status: 'partial',
      'landed-tasks': '["a","b"]',
      'failed-tasks': '["c","d"]',
    })
    const errors = commands.filter(({ name }) => name === 'error')
    expect(errors[0]).toMatchObject({ properties: { title: 'c: failed' } })
    expect(errors.at(-1)?.text).toContain('not everything landed: 2 of 4 tasks')
    expect(summary).toContain('## Test: landed 2 of 4')
    expect(summary).toMatch(/\| `c` \| failed \|/)
    expect(summary).toContain('t_a["a: landed"]:::is_landed')
    expect(summary).toContain('t_d["d: blocked"]:::is_idle')
    const report = JSON.parse(readFileSync(outputs.report as string, 'utf8')) as Report
    const started = Date.parse(report.tasks.a?.startedAt as string)
    expect(summary).toContain(
      `✓ a :done, t_a, ${started}, ${Date.parse(report.tasks.a?.finishedAt as string)}`,
    )
    expect(summary).not.toContain(', t_d,')
    expect(summary).toMatch(/× as fast as one after another \(.*\); theoretical minimum /)
    expect(summary).toContain('This run exists only on the runner')
  })

  test('marks the files that conflict and those that are out of scope', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        a: { script: 'echo a > README.md', files: ['README.md'] },
        b: { script: 'echo b > README.md', files: ['README.md'] },
        c: { script: 'mkdir -p x; echo c > x/c.txt', files: ['y/**'], retries: 1 },
      },
      { overlap: 'warn' },
    )
    const { outputs, commands } = await runAction(repository.folder)

    expect(JSON.parse(outputs['conflicted-tasks'] as string)).toHaveLength(1)
    expect(outputs['failed-tasks']).toBe('["c"]')
    const files = commands
      .filter(({ name }) => name === 'error')
      .map(({ properties }) => [properties.title, properties.file])
    expect(files).toContainEqual(['c: out of scope', 'x/c.txt'])
    expect(files).toContainEqual([expect.stringMatching(/^[ab]: conflict$/), 'README.md'])
  })

  test('shows at most ten errors, and the number of others', async () => {
    const repository = makeRepository()
    const many = Array.from({ length: 15 }, (_, index) => [`t${index}`, { script: 'exit 1', retries: 0 }])
    writePlan(repository, Object.fromEntries(many), { 'max-parallel': 8 })
    const { commands } = await runAction(repository.folder)

    const errors = commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(10)
    expect(errors[8]?.text).toBe('7 more: see the summary')
  })

  test('starts nothing in a dry run', async () => {
    const repository = makeRepository()
    writePlan(repository, two)
    const { code, log, summary } = await runAction(repository.folder, { inputs: { 'dry-run': 'true' } })

    expect(code).toBe(0)
    expect(log).toContain('nothing was started')
    expect(summary).toContain('## Test: 2 tasks')
    expect(repository.git('for-each-ref', 'refs/parallel-agents')).toBe('')
  })

  test('uses the agent of the step for tasks without one in the plan', async () => {
    const repository = makeRepository()
    repository.write({
      'plan.yml': JSON.stringify({
        agent: 'first',
        agents: { first: { command: 'echo 1 > who' }, second: { command: 'echo 2 > who' } },
        tasks: { a: { prompt: 'x' } },
      }),
    })
    const { outputs } = await runAction(repository.folder, { inputs: { agent: 'second' } })

    expect(repository.show(outputs['integration-branch'] as string, 'who')).toBe('2')
  })
})

describe('push: true', () => {
  test('pushes branches, results, logs and report, so that any clone knows the run', async () => {
    const { repository, remote } = makeClone()
    writePlan(repository, two)
    const { code, outputs, summary } = await runAction(repository.folder, { inputs: { push: 'true' } })

    expect(code).toBe(0)
    expect(remote.show(outputs['integration-branch'] as string, 'b.txt')).toBe('b')
    const refs = remote.git('for-each-ref', '--format=%(refname)').split('\n')
    expect(refs).toEqual(
      expect.arrayContaining([
        `refs/heads/agents/${outputs.run}/tasks/a`,
        `refs/parallel-agents/${outputs.run}/report`,
        `refs/parallel-agents/${outputs.run}/results/b`,
      ]),
    )
    expect(refs.filter(ref => ref.endsWith('/lock'))).toEqual([])
    expect(summary).toContain(`/compare/main...agents%2F${outputs.run}%2Fintegration?expand=1`)
  })

  test('continues a run of another runner, and redoes only what did not land', async () => {
    const { repository, remote } = makeClone()
    const flag = join(makeFolder('flag'), 'flag')
    const tasks = { ...two, c: { script: `test -e ${flag} && echo c > c.txt`, retries: 0 } }
    writePlan(repository, tasks)
    const first = await runAction(repository.folder, { inputs: { push: 'true' } })
    expect(first.outputs['failed-tasks']).toBe('["c"]')

    const other = openTestRepository(makeFolder('other'))
    other.git('clone', '--quiet', remote.folder, '.')
    other.write({ 'plan.yml': repository.read('plan.yml') })
    writeFileSync(flag, '')
    const run = first.outputs.run as string
    const second = await runAction(other.folder, { inputs: { push: 'true', run } })

    expect(second.outputs).toMatchObject({ run, status: 'landed' })
    expect(second.log).not.toContain('a: attempt')
    expect(remote.show(`agents/${run}/integration`, 'c.txt')).toBe('c')
  })

  test('fails when the remote refuses, and says why', async () => {
    const { repository, remote } = makeClone()
    remote.write({ 'hooks/pre-receive': '#!/bin/sh\necho no write access; exit 1\n' })
    remote.git('config', 'core.hooksPath', `${remote.folder}/hooks`)
    makeExecutable(remote, 'hooks/pre-receive')
    writePlan(repository, two)
    const { code, log, outputs } = await runAction(repository.folder, { inputs: { push: 'true' } })

    expect(code).toBe(1)
    expect(outputs.status).toBe('landed')
    expect(log).toContain('no write access')
    expect(log).toContain('contents: write')
  })
})

describe('a cancelled job', () => {
  test('ends its agents, keeps and pushes their work, and fails', async () => {
    const { repository, remote } = makeClone()
    const started = join(makeFolder('started'), 'started')
    writePlan(repository, {
      a: { script: `echo half > a.txt; touch ${started}; sleep 60`, files: ['a.txt'] },
    })
    const { child, readFiles } = startAction(repository.folder, { inputs: { push: 'true' } })
    const ended = untilClosed(child)
    await until(() => existsSync(started))
    child.kill('SIGINT')
    child.kill('SIGTERM')
    const { code } = await ended

    const { outputs } = readFiles()
    expect(code).toBe(1)
    expect(outputs.status).toBe('cancelled')
    expect(remote.show(`refs/parallel-agents/${outputs.run}/kept/a`, 'a.txt')).toBe('half')
  })
})

describe('a job on a single runner', () => {
  test('stops at its deadline, with time to push what its agents have done', async () => {
    const { repository, remote } = makeClone()
    writePlan(repository, { a: { script: 'echo half > a.txt; sleep 60', files: ['a.txt'] } })
    const inputs = { push: 'true', 'deadline-minutes': '0.1' }
    const { code, outputs, log } = await runAction(repository.folder, { inputs })

    expect([code, outputs.status]).toEqual([1, 'cancelled'])
    expect(log).toContain('deadline reached')
    expect(log).toContain('the job reached its deadline')
    expect(remote.show(`refs/parallel-agents/${outputs.run}/kept/a`, 'a.txt')).toBe('half')
  })
})

describe('an agent in a job', () => {
  test('sees nothing of the runner, and no secret that it was not given', async () => {
    const repository = makeRepository()
    const file = join(makeFolder('seen'), 'env.txt')
    const script = `env | sort > ${file}; echo done > done.txt`
    writePlan(repository, { a: { script } }, { env: { FROM_PLAN: 'yes' } })
    await runAction(repository.folder, {
      inputs: { env: 'NPM_TOKEN' },
      env: { NPM_TOKEN: 'npm-token-1234', OTHER_SECRET: 'hidden-1234', ANTHROPIC_API_KEY: 'sk-ant-1234567' },
    })

    const seen = readFileSync(file, 'utf8')
    expect(seen).toContain('FROM_PLAN=yes')
    expect(seen).toContain('NPM_TOKEN=npm-token-1234')
    expect(seen).toMatch(/^PATH=/m)
    expect(seen).not.toMatch(/^(INPUT_|ACTIONS_|GITHUB_|RUNNER_|OTHER_SECRET|ANTHROPIC_)/m)
    for (const secret of [githubToken, runtimeToken, 'hidden-1234']) expect(seen).not.toContain(secret)
  })

  test('gets the key that its CLI reads, and its test does not', async () => {
    const repository = makeRepository()
    const bin = makeFolder('bin')
    const tools = openTestRepository(bin)
    tools.write({
      claude:
        '#!/bin/sh\nenv | grep -c ANTHROPIC_API_KEY=sk-ant > key.txt; env | grep -c OPENAI_API_KEY >> key.txt; true\n',
    })
    makeExecutable(tools, 'claude')
    repository.write({
      'plan.yml': JSON.stringify({
        agent: 'claude',
        tasks: { a: { prompt: 'x', test: 'test -z "$ANTHROPIC_API_KEY"', retries: 0 } },
      }),
    })
    const { outputs, commands } = await runAction(repository.folder, {
      env: {
        PATH: `${bin}:${process.env.PATH}`,
        ANTHROPIC_API_KEY: 'sk-ant-1234567',
        OPENAI_API_KEY: 'sk-openai-1234',
      },
    })

    expect(outputs.status).toBe('landed')
    expect(repository.show(outputs['integration-branch'] as string, 'key.txt')).toBe('1\n0')
    const masked = commands.filter(({ name }) => name === 'add-mask').map(({ text }) => text)
    expect(masked).toEqual(expect.arrayContaining([githubToken, 'sk-ant-1234567']))
  })

  test('cannot give the runner commands by what it prints or writes', async () => {
    const repository = makeRepository()
    const orders = [
      'echo "::set-output name=status::hacked"',
      'echo "::error::hacked"',
      'echo "##[error]hacked"',
      'echo "::add-mask::a"',
      'echo "::stop-commands::x"',
    ]
    writePlan(
      repository,
      {
        a: { script: [...orders, 'echo a > a.txt'].join('\n') },
        b: { script: [...orders, 'echo "::error::last words" >&2', 'exit 1'].join('\n'), retries: 1 },
      },
      { name: '::error::hacked by a plan' },
    )
    const { commands, log } = await runAction(repository.folder)

    expect(log).toContain('##[error]hacked')
    const obeyed = commands.filter(({ name }) => !['add-mask', 'group', 'endgroup'].includes(name))
    expect(obeyed.map(({ name, properties }) => [name, properties.title])).toEqual([
      ['error', 'b: failed'],
      ['error', undefined],
    ])
    expect(obeyed[1]?.text).toMatch(/^not everything landed/)
    expect(commands.filter(({ name, text }) => name === 'add-mask' && text === 'a')).toEqual([])
  })

  test('cannot write markup, mentions or links on the page of the run', async () => {
    const repository = makeRepository()
    const words =
      '</td><img src=x onerror=alert(1)> **bold** @octocat #1 [x](https://evil.example) www.evil.example $x$ | cell'
    writePlan(repository, { a: { script: `echo 'error: ${words}'; exit 1`, retries: 0 } })
    const { summary } = await runAction(repository.folder)

    const row = summary.split('\n').find(line => line.startsWith('| `a`')) as string
    expect(row).toContain('onerror')
    expect(row).not.toMatch(/<img|@octocat|[^\\]\*\*|\]\(https:\/\/|www\.evil|[^\\]\$x|#1\b/)
    expect(row.split(/(?<!\\)\|/)).toHaveLength(9)
  })
})

function makeExecutable({ folder }: TestRepository, path: string): void {
  chmodSync(join(folder, path), 0o755)
}
