import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { gitEnvironment, makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const a = { script: 'echo a > a.txt' }

/** A repository with a run that was interrupted before its report, whose plan has a task more since. */
async function makeCutOffRun(): Promise<{ readonly repository: TestRepository; readonly run: string }> {
  const repository = makeRepository()
  writePlan(repository, { a })
  const { run } = await runToReport(repository)
  repository.git('update-ref', '-d', `refs/parallel-agents/${run}/report`)
  writePlan(repository, { a, b: { script: 'echo b > b.txt' } })
  return { repository, run }
}

test('a changed plan starts a new run where no person can be asked, and the output names the command for the other choice', async () => {
  const { repository, run } = await makeCutOffRun()
  const report = await runToReport(repository)

  expect(report.run).not.toBe(run)
  expect(report.stderr).toContain(
    `the plan has changed since run ${run}, which is unfinished. This starts a new run; to resume ${run}`,
  )
  expect(report.stderr).toMatch(new RegExp(`run 'plan\\.yml' --resume ${run}$`, 'm'))
})

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip // `script` takes other arguments elsewhere

describeOnLinux('on a terminal, a changed plan', () => {
  test.each([
    ['r', 0, 1],
    ['n', 0, 2],
    ['\u0003', 2, 1], // Ctrl-C
  ])('is asked about: the answer %j', async (answer, code, runs) => {
    const { repository } = await makeCutOffRun()
    const ended = await runAndAnswer(repository, answer)

    expect([ended.code, ended.output]).toEqual([code, expect.stringContaining('the plan has changed since')])
    const plans = repository.git('for-each-ref', '--format=%(refname)', 'refs/parallel-agents/*/plan')
    expect(plans.split('\n')).toHaveLength(runs)
    const branches = repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/agents/*/tasks/b')
    expect(branches !== '').toBe(code === 0)
  })
})

async function runAndAnswer(
  { folder }: TestRepository,
  answer: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const { CI: _, ...env } = process.env
  const child = spawn('script', ['-qefc', `'${process.execPath}' '${cliBundle}' run plan.yml`, '/dev/null'], {
    cwd: folder,
    env: { ...env, ...gitEnvironment, TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let output = ''
  let isAnswered = false
  for await (const chunk of child.stdout) {
    output += chunk
    if (isAnswered || !output.includes('what now?')) continue
    isAnswered = true
    child.stdin.write(answer === '\u0003' ? answer : `${answer}\r`)
  }
  const code = child.exitCode ?? (await new Promise<number>(resolve => child.on('close', resolve)))
  return { code: code ?? -1, output }
}

/** Does what its prompt asks for, as far as the file says. */
const doesAsked = (folder: string, rest: string) => ({
  command: `grep -o 'ask for [A-Z]*' "$PARALLEL_AGENTS_PROMPT_FILE" | head -1 | tee a.txt >> ${folder}/asked; ${rest}`,
})

describe('work for another prompt than that of the changed plan is not accepted', () => {
  test('from a task that only waited for its review', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const approve = `echo '{"verdict":"approve"}' > $PARALLEL_AGENTS_ANSWER_FILE`
    const limited = `if [ ! -f ${folder}/limited ]; then touch ${folder}/limited; echo 'usage limit, try again in 4 seconds'; exit 1; fi`
    const agents = {
      x: doesAsked(folder, 'true'),
      reviewer: { command: `${limited}; ${approve}`, 'error-patterns': { quota: ['usage limit'] } },
    }
    const planFor = (prompt: string) =>
      writePlan(
        repository,
        { a: { agent: 'x', prompt, review: { agent: 'reviewer' } } },
        { 'on-quota': 'stop', agents },
      )
    planFor('ask for OLD')
    const first = await runToReport(repository)
    planFor('ask for NEW')
    await sleep(Math.max(0, Date.parse(first.retryAt ?? '') - Date.now()))
    const { tasks } = await runToReport(repository, ['plan.yml', '--resume', first.run])

    expect(first.tasks.a?.outcome).toBe('parked')
    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(repository.show(tasks.a?.commit as string, 'a.txt')).toBe('ask for NEW')
  })

  test('from an agent that had ended when the run was killed', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const planFor = (prompt: string) =>
      writePlan(
        repository,
        { a: { agent: 'x', prompt, test: `touch ${folder}/tested; grep -q NEW a.txt || sleep 60` } },
        { agents: { x: doesAsked(folder, 'true') } },
      )
    planFor('ask for OLD')
    const child = startCli(repository.folder, ['run'])
    const closed = untilClosed(child)
    await until(() => existsSync(join(folder, 'tested')))
    child.kill('SIGKILL')
    await closed
    const run = repository.git('for-each-ref', '--format=%(refname)', 'refs/parallel-agents').split('/')[2]
    planFor('ask for NEW')
    const { tasks } = await runToReport(repository, ['plan.yml', '--resume', run as string])

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(repository.show(tasks.a?.commit as string, 'a.txt')).toBe('ask for NEW')
  })
})
