import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { makeAcp } from '../support/acp.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

/** A server that keeps what it was told in its home, as real ones do, and cannot resume without it. */
const server = `{
  capabilities: { sessionCapabilities: { resume: {} } },
  methods: {
    'session/resume': ({ sessionId, cwd }) => {
      if (!existsSync(join(process.env.HOME, sessionId))) throw new Error('unknown session')
      globalThis.place = cwd
      return {}
    },
  },
  async turn(stage) {
    const cwd = globalThis.place ?? stage.cwd
    const memory = join(process.env.HOME, stage.session)
    const known = existsSync(memory) ? readFileSync(memory, 'utf8') : ''
    write(memory, known + process.env.PARALLEL_AGENTS_TASK + ' ')
    write(join(cwd, process.env.PARALLEL_AGENTS_TASK + '.txt'), known + '\\n' + stage.text)
    const cost = 0.1 * (known.split(' ').length)
    stage.update({ sessionUpdate: 'usage_update', used: 1, size: 10, cost: { amount: cost, currency: 'USD' } })
  },
}`

const writesPlan = 'echo plan > "$PARALLEL_AGENTS_ANSWER_FILE"'

const tasks = {
  first: { prompt: 'Do the first.', agent: 'talker', files: ['first.txt'] },
  second: { prompt: 'Do the second.', agent: 'talker', needs: ['first'], files: ['second.txt'] },
  third: { prompt: 'Do the third.', agent: 'talker', needs: ['second', 'other'], files: ['third.txt'] },
  other: { script: 'echo other > other.txt', files: ['other.txt'] },
  late: { prompt: 'Do another.', agent: 'talker', needs: ['first'], files: ['late.txt'] },
}

const sandboxes = hasSandbox ? ['none', 'auto'] : ['none']

/** The environment with the server as an agent. */
function makeTalker() {
  const folder = makeFolder('chain')
  const acp = makeAcp(server, folder) // in a folder of programs, which the sandbox shows
  mkdirSync(join(folder, 'bin'))
  const program = join(folder, 'bin', 'claude-agent-acp')
  writeFileSync(program, `#!/bin/sh\nexec ${acp.settings.acp}\n`)
  chmodSync(program, 0o755)
  return { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, HOME: makeFolder('home') }
}

describe.each(sandboxes)('with session: chain and sandbox: %s', sandbox => {
  let repository: TestRepository
  let report: Report
  let planned: string

  beforeAll(async () => {
    const env = makeTalker()
    repository = makeRepository()
    writePlan(repository, tasks, {
      sandbox,
      session: 'chain',
      agents: { talker: { use: 'claude', via: 'acp' } },
    })
    report = await runToReport(repository, [], { env })
    planned = (await runCli(repository.folder, ['plan'], { env })).stdout
  })

  test('a task continues the session of the prerequisite that its agent did, in its own checkout', () => {
    const read = (task: string) => repository.show(report.tasks[task]?.commit as string, `${task}.txt`)
    expect(report.status).toBe('landed')
    expect(read('first').split('\n')[0]).toBe('')
    expect(read('second').split('\n')[0]).toBe('first ')
    expect(read('third').split('\n')[0]).toBe('first second ')
    expect(read('third')).toContain('Your work on second was accepted.')
    expect(read('third')).toContain('Do the third.')
  })

  test('each task counts only what it added to the cost of the session', () => {
    for (const task of ['first', 'second', 'third']) expect(report.tasks[task]?.costUsd).toBeCloseTo(0.1)
  })

  test('a session is continued once, and the plan says by which task', () => {
    expect(repository.show(report.tasks.late?.commit as string, 'late.txt').split('\n')[0]).toBe('')
    expect(planned).toContain('second continues the session of first, in a checkout of its own')
    expect(planned).toContain('late begins a session of its own: second continues the session of first')
  })
})

test.each(sandboxes)(
  'a task whose plan is approved while others work continues the session of its prerequisite, with sandbox: %s',
  async sandbox => {
    const env = makeTalker()
    const repository = makeRepository()
    const go = join(repository.folder, '.git', 'go')
    const { first, second } = tasks
    const plan = { agents: { talker: { use: 'claude', via: 'acp' }, planner: { command: writesPlan } } }
    writePlan(
      repository,
      {
        first,
        second: { ...second, 'plan-first': { agent: 'planner', approve: true } },
        long: { script: `until [ -e "$GO" ]; do sleep 0.1; done; echo long > long.txt`, files: ['long.txt'] },
      },
      { ...plan, sandbox, session: 'chain', env: { GO: go } },
    )
    const running = runToReport(repository, [], { env })
    const isDone = async () =>
      JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout).tasks?.second.outcome ===
      'succeeded'
    while ((await runCli(repository.folder, ['approve', 'second'])).code !== 0);
    while (!(await isDone()));
    writeFileSync(go, '')
    const report = await running

    expect(report.status).toBe('landed')
    const said = repository.show(report.tasks.second?.commit as string, 'second.txt')
    expect(said.split('\n')[0]).toBe('first ')
  },
)
