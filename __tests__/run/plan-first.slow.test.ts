import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

test('a task is planned by a session that changes nothing, and done from that plan', async () => {
  const repository = makeRepository()
  const planner = `grep -q "Plan a task" $PARALLEL_AGENTS_PROMPT_FILE && grep -q "Write a" $PARALLEL_AGENTS_PROMPT_FILE || exit 1
    echo meddled > b.txt; echo "FIRST write a.txt" > $PARALLEL_AGENTS_ANSWER_FILE`
  const doIt = (task: string) => `cp "$PARALLEL_AGENTS_PROMPT_FILE" ${task}.txt`
  writePlan(
    repository,
    {
      a: { script: doIt('a'), prompt: 'Write a.', 'plan-first': { agent: 'planner' } },
      silent: { script: doIt('silent'), prompt: 'Write it.', 'plan-first': { agent: 'mute' } },
    },
    { agents: { planner: { command: planner }, mute: { command: 'true' } }, overlap: 'warn' },
  )
  const { tasks, stderr } = await runToReport(repository)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 1, workPlan: 'FIRST write a.txt' })
  const told = repository.show(tasks.a?.commit as string, 'a.txt')
  expect(told).toContain('## The plan')
  expect(told).toContain('FIRST write a.txt')
  expect(stderr).toContain('plan of a: planner changed b.txt: the change is discarded')
  expect(tasks.silent).toMatchObject({ outcome: 'succeeded', workPlan: null })
  expect(stderr).toContain('silent has no plan: mute wrote none')
})

test('a plan waits for a person, is changed as that says, and is done when it is approved', async () => {
  const repository = makeRepository()
  const planner = `echo planned >> ../planned.log
    grep -q "keep the old route" $PARALLEL_AGENTS_PROMPT_FILE && echo "SECOND plan" > $PARALLEL_AGENTS_ANSWER_FILE || echo "FIRST plan" > $PARALLEL_AGENTS_ANSWER_FILE`
  const tasks = {
    a: {
      script: 'grep -o "SECOND plan" "$PARALLEL_AGENTS_PROMPT_FILE" > a.txt',
      'plan-first': { agent: 'planner', approve: true },
    },
    b: { script: 'cat a.txt > b.txt', needs: ['a'] },
    c: { script: 'echo c > c.txt' },
  }
  writePlan(repository, tasks, { agents: { planner: { command: planner } }, overlap: 'warn' })
  const first = await runCli(repository.folder, ['run', '--json'])
  const report = JSON.parse(first.stdout)

  expect(first.code).toBe(75)
  expect(report.tasks).toMatchObject({
    a: { outcome: 'parked', attempts: 0, retryAt: null },
    b: { outcome: 'cancelled' },
    c: { outcome: 'succeeded' },
  })
  expect(report.tasks.a.reason).toBe(
    `its plan waits for approval: parallel-agents approve a --run ${report.run}`,
  )
  expect((await runCli(repository.folder, ['approve'])).stdout).toContain('FIRST plan')
  expect((await runCli(repository.folder, ['status'])).stdout).toContain('plans wait for approval')
  const other = { agents: { z: { command: 'echo z > z.txt' } }, tasks: { z: { agent: 'z', prompt: 'z' } } }
  writeFileSync(join(repository.folder, 'other.yml'), JSON.stringify({ name: 'Other', ...other }))
  await runCli(repository.folder, ['run', 'other.yml'])
  expect((await runCli(repository.folder, ['approve'])).stdout).toContain('FIRST plan')
  expect((await runCli(repository.folder, ['approve', 'b'])).stderr).toContain(
    'no plan of b waits for approval',
  )

  for (const [changes, message] of [
    [['a', '--changes', ' '], '`--changes` is empty'],
    [['--changes', 'keep the old route'], '`--changes` needs the task'],
    [['a', '--changes', 'keep '.repeat(1000)], 'the changes have 4999 characters'],
  ] as const) {
    const { code, stderr } = await runCli(repository.folder, ['approve', ...changes])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  }
  await runCli(repository.folder, ['approve', 'a', '--changes', 'keep the old route'])
  const again = await runToReport(repository)
  expect(again.run).toBe(report.run)
  expect(again.tasks.a?.outcome).toBe('parked')
  expect((await runCli(repository.folder, ['approve'])).stdout).toContain('SECOND plan')

  await runCli(repository.folder, ['approve', 'a'])
  const twice = await runCli(repository.folder, ['approve', 'a', '--run', report.run])
  expect(twice.stderr).toContain('It was approved before')
  const last = await runToReport(repository)
  expect(last).toMatchObject({ run: report.run, status: 'landed' })
  expect(last.tasks.a).toMatchObject({ attempts: 1, workPlan: 'SECOND plan' })
  expect(last.tasks.c?.attempts).toBe(1)
})

test('a planner that repeats its plan is asked once, and its plan waits again', async () => {
  const repository = makeRepository()
  const log = `${repository.folder}/.git/asked`
  const command = `echo asked >> ${log}; echo "the same plan" > $PARALLEL_AGENTS_ANSWER_FILE`
  const tasks = { a: { script: 'echo a > a.txt', 'plan-first': { agent: 'planner', approve: true } } }
  writePlan(repository, tasks, { agents: { planner: { command } } })
  await runCli(repository.folder, ['run'])
  await runCli(repository.folder, ['approve', 'a', '--changes', 'keep the old route'])
  const again = await runToReport(repository)

  expect(again.tasks.a?.outcome).toBe('parked')
  expect(readFileSync(log, 'utf8')).toBe('asked\nasked\n')
  await runCli(repository.folder, ['approve', 'a'])
  expect((await runToReport(repository)).status).toBe('landed')
})

test('a task whose planner is stopped is planned by the next call of the same command', async () => {
  const repository = makeRepository()
  const asked = `${repository.folder}/.git/asked`
  const command = `[ -e ${asked} ] || { touch ${asked}; sleep 60; }; echo plan > $PARALLEL_AGENTS_ANSWER_FILE`
  const tasks = { a: { script: 'echo a > a.txt', 'plan-first': { agent: 'planner', approve: true } } }
  writePlan(repository, tasks, { agents: { planner: { command } } })
  const running = startCli(repository.folder, ['run', '--json'])
  const ended = untilClosed(running)
  await until(() => existsSync(asked))
  running.kill('SIGINT')

  expect(JSON.parse((await ended).stdout).tasks.a.outcome).toBe('cancelled')
  expect((await runToReport(repository)).tasks.a?.outcome).toBe('parked')
})

test('a plan that is approved while others work is done in the same run', async () => {
  const repository = makeRepository()
  const tasks = {
    a: { script: 'echo a > a.txt; touch "$GO"', 'plan-first': { agent: 'planner', approve: true } },
    long: { script: 'until [ -e "$GO" ]; do sleep 0.1; done; echo long > long.txt' },
  }
  const go = `${repository.folder}/.git/go`
  const agents = { planner: { command: 'echo plan > $PARALLEL_AGENTS_ANSWER_FILE' } }
  writePlan(repository, tasks, { agents, overlap: 'warn', env: { GO: go } })
  const running = runToReport(repository)
  let approved = await runCli(repository.folder, ['approve', 'a'])
  while (approved.code !== 0) approved = await runCli(repository.folder, ['approve', 'a'])

  expect(await running).toMatchObject({ status: 'landed' })
})

test('an approval is only for the work that the task asked for then', async () => {
  const repository = makeRepository()
  const planner = 'grep -o "work [0-9]" $PARALLEL_AGENTS_PROMPT_FILE > $PARALLEL_AGENTS_ANSWER_FILE'
  const write = (prompt: string, script: string) =>
    writePlan(
      repository,
      { a: { prompt, script, 'plan-first': { agent: 'planner', approve: true } } },
      { agents: { planner: { command: planner } }, retries: 0 },
    )
  write('Do work 1.', 'exit 1')
  const { run } = await runToReport(repository)
  const resume = () => runToReport(repository, ['plan.yml', '--resume', run as string])
  await runCli(repository.folder, ['approve', 'a'])
  expect((await resume()).tasks.a).toMatchObject({ outcome: 'failed', workPlan: 'work 1' })

  write('Do work 2.', 'echo a > a.txt')
  expect((await resume()).tasks.a).toMatchObject({ outcome: 'parked', workPlan: 'work 2' })
  write('Do work 3.', 'echo a > a.txt')
  expect((await resume()).tasks.a).toMatchObject({ outcome: 'parked', workPlan: 'work 3' })
  await runCli(repository.folder, ['approve', 'a'])
  expect((await resume()).tasks.a).toMatchObject({ outcome: 'succeeded', workPlan: 'work 3' })
})

test('a planner that is asked for changes is not told to build from the rejected plan', async () => {
  const repository = makeRepository()
  const command = 'cp "$PARALLEL_AGENTS_PROMPT_FILE" "$PARALLEL_AGENTS_ANSWER_FILE"'
  const tasks = { a: { script: 'echo a > a.txt', 'plan-first': { agent: 'planner', approve: true } } }
  writePlan(repository, tasks, { agents: { planner: { command } } })
  await runCli(repository.folder, ['run'])
  await runCli(repository.folder, ['approve', 'a', '--changes', 'keep the old route'])
  const { tasks: again } = await runToReport(repository)

  const asked = again.a?.workPlan ?? ''
  expect(asked).toContain('keep the old route')
  expect(asked).not.toContain('## The plan')
})

test('a task is shown as running once its plan is approved', async () => {
  const repository = makeRepository()
  const go = `${repository.folder}/.git/go`
  const untilGo = 'until [ -e "$GO" ]; do sleep 0.1; done'
  const tasks = {
    a: { script: `${untilGo}; echo a > a.txt`, 'plan-first': { agent: 'planner', approve: true } },
    long: { script: `${untilGo}; echo long > long.txt` },
  }
  const agents = { planner: { command: 'echo plan > $PARALLEL_AGENTS_ANSWER_FILE' } }
  writePlan(repository, tasks, { agents, overlap: 'warn', env: { GO: go } })
  const running = runToReport(repository)
  const readState = async () =>
    JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout).tasks?.a
  let approved = await runCli(repository.folder, ['approve', 'a'])
  while (approved.code !== 0) approved = await runCli(repository.folder, ['approve', 'a'])
  let state = await readState()
  while (state.state !== 'running') state = await readState()

  expect(state).toMatchObject({ state: 'running', outcome: null })
  writeFileSync(go, '')
  expect(await running).toMatchObject({ status: 'landed' })
})

test('a plan is dropped when the work that its task builds on is redone', async () => {
  const repository = makeRepository()
  const planner = 'echo "plan for $(cat base.txt)" > $PARALLEL_AGENTS_ANSWER_FILE'
  const write = (text: string) =>
    writePlan(
      repository,
      {
        base: { script: `echo ${text} > base.txt` },
        a: {
          needs: ['base'],
          script: 'grep -o "plan for .*" "$PARALLEL_AGENTS_PROMPT_FILE" > a.txt',
          'plan-first': { agent: 'planner', approve: true },
        },
      },
      { agents: { planner: { command: planner } } },
    )
  write('one')
  const { run } = await runToReport(repository)
  const resume = () => runToReport(repository, ['plan.yml', '--resume', run as string])
  await runCli(repository.folder, ['approve', 'a'])
  write('two')
  expect((await resume()).tasks.a).toMatchObject({ outcome: 'parked', workPlan: 'plan for two' })

  await runCli(repository.folder, ['approve', 'a'])
  expect((await resume()).tasks.a).toMatchObject({ outcome: 'succeeded', workPlan: 'plan for two' })
})

test('a task that is rolled back while its plan waits is not done by the next start, unless it is named', async () => {
  const repository = makeRepository()
  const tasks = {
    a: { script: 'echo a > a.txt', 'plan-first': { agent: 'planner', approve: true } },
    b: { script: 'echo b > b.txt' },
  }
  const agents = { planner: { command: 'echo plan > $PARALLEL_AGENTS_ANSWER_FILE' } }
  writePlan(repository, tasks, { agents, overlap: 'warn' })
  const { run } = await runToReport(repository)
  await runCli(repository.folder, ['rollback', 'a'])

  expect((await runCli(repository.folder, ['approve'])).stdout).toContain('no plan of run')
  expect((await runCli(repository.folder, ['approve', 'a'])).code).toBe(2)
  const again = await runToReport(repository)
  expect(again).toMatchObject({ run, tasks: { a: { rolledBack: true }, b: { landing: 'landed' } } })

  const named = ['plan.yml', '--resume', run as string, '--only', 'a']
  expect((await runToReport(repository, named)).tasks.a).toMatchObject({
    outcome: 'parked',
    rolledBack: false,
  })
  await runCli(repository.folder, ['approve', 'a'])
  expect((await runToReport(repository, named)).tasks.a).toMatchObject({
    landing: 'landed',
    rolledBack: false,
  })
})
