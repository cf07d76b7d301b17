import { spawn } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { gitEnvironment, makeRepository, type TestRepository } from '../support/repository.ts'

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
