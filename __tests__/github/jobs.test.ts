import { beforeAll, describe, expect, test } from '@jest/globals'
import { useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import { GitHub } from './github.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'

const github = useGitHub()

async function runFixture(
  name: string,
  inputs: Record<string, string | number | boolean> = {},
): Promise<WorkflowRun> {
  const repository = await github().createRepository(
    `acme/${name.replace('.yml', '')}-${github().runs.length}`,
    workflowFiles(name),
  )
  const run = await github().dispatch(repository, name, inputs)
  return await run.done
}

describe('jobs', () => {
  test('start after what they need, by their conditions, with its outputs', async () => {
    const run = await runFixture('needs.yml')

    expect(run.conclusions).toEqual({
      first: 'success',
      second: 'success',
      broken: 'failure',
      skipped: 'skipped',
      'after-skipped': 'skipped',
      'on-failure': 'success',
      'at-last': 'success',
    })
    expect(run.conclusion).toBe('failure')
    expect(run.job('first').outputs).toEqual({ word: 'hello', poem: 'one\na=b' })
    expect(run.job('second').log).toContain('got hello and one\na=b from success')
    expect(run.job('broken').log).toContain('after the failure skipped')
    expect(run.job('broken').log).toContain('the job is failure')
    expect(run.job('broken').log).not.toContain('never')
    expect(run.job('on-failure').log).toContain('broken failure, skipped skipped')
  })
})

describe('steps', () => {
  let run: WorkflowRun
  const log = () => run.job('steps').log

  beforeAll(async () => {
    run = await runFixture('steps.yml')
  })

  test('see the environment of their workflow, job and own', () => {
    expect(log()).toContain('level step, yes, in inner, expression step')
    expect(log()).toContain('level job, added later and later, my tool')
    expect(log()).toMatch(/workflow_dispatch main 1 Linux true/)
    expect(log()).toMatch(/hash [0-9a-f]{64}, of nothing ''/)
    expect(run.job('steps').steps[1]?.name).toBe(`Environment of ${run.facts.repository.name}`)
  })

  test('run in the shell that they name', () => {
    expect(log()).toContain('in sh')
    expect(log()).toContain('pipe failure success')
    expect(run.job('steps').steps[5]?.conclusion).toBe('success')
  })

  test('print workflow commands that are followed, unless they are stopped', () => {
    const annotations = run.job('steps').annotations

    expect(annotations).toContainEqual({
      level: 'warning',
      file: 'src/a.ts',
      line: 3,
      title: 'Careful',
      message: '50% of a\nline',
    })
    expect(annotations).toContainEqual({ level: 'error', file: 'src/b.ts', message: 'broken' })
    expect(annotations.map(({ message }) => message)).not.toContain('not followed')
    expect(annotations.map(({ message }) => message)).toContain('followed again')
    expect(annotations.filter(({ message }) => message.startsWith('number'))).toHaveLength(10)
    expect(log()).toContain('##[group]Details\ninside\n##[endgroup]')
  })

  test('have no token of the artifact service, if they are scripts', () => {
    expect(log()).toContain('token none')
  })

  test('are stopped after their time', () => {
    expect(log()).toContain('slow failure')
    expect(log()).toContain('has timed out after 0.005 minutes')
  })

  test('fail by a command file that does not follow its format', () => {
    expect(log()).toContain("Unable to process file command 'output' successfully. Invalid format 'broken'")
    expect(run.job('steps').steps.at(-2)?.outcome).toBe('failure')
  })

  test('keep a summary of at most 1 MiB', () => {
    expect(run.job('steps').summary).toBe('# Summary\n')
    expect(log()).toContain('$GITHUB_STEP_SUMMARY upload aborted')
    expect(run.conclusion).toBe('success')
  })
})

describe('a runner', () => {
  test('does one job at a time', async () => {
    const hub = await GitHub.start({ runners: 1 })
    const repository = await hub.createRepository('acme/one', workflowFiles('matrix.yml'))
    const run = await (await hub.dispatch(repository, 'matrix.yml', { lanes: '["a","b","c"]', parallel: 3 }))
      .done
    const times = run.jobs
      .filter(job => job.name !== 'after')
      .map(job => [/begun (\d+)/.exec(job.log)?.[1], /ended (\d+)/.exec(job.log)?.[1]].map(Number))
      .sort(([a = 0], [b = 0]) => a - b)
    await hub.close()

    expect(run.conclusion).toBe('success')
    expect(times.flat()).toEqual([...times.flat()].sort((a, b) => a - b))
  })
})

describe('a matrix', () => {
  test('comes from an output or an input, and its legs are shown by their values', async () => {
    const run = await runFixture('matrix.yml', {
      lanes: '[{"id":"x","tasks":["a","b"]},{"id":"y","tasks":[]}]',
    })

    expect(Object.keys(run.conclusions)).toEqual(['lanes (x, a, b)', 'lanes (y)', 'after'])
    expect(run.job('lanes (y)').log).toContain('1 of 2')
  })

  test('runs at most max-parallel legs at a time', async () => {
    const run = await runFixture('matrix.yml', { lanes: '["a","b","c"]', parallel: 1 })
    const times = ['a', 'b', 'c'].map(lane => {
      const log = run.job(`lanes (${lane})`).log
      return { begun: Number(/begun (\d+)/.exec(log)?.[1]), ended: Number(/ended (\d+)/.exec(log)?.[1]) }
    })

    expect(times[1]?.begun).toBeGreaterThan(times[0]?.ended ?? Number.NaN)
    expect(times[2]?.begun).toBeGreaterThan(times[1]?.ended ?? Number.NaN)
    expect(run.job('after').log).toContain('lanes success, last c')
  })

  test('continues after a failure without fail-fast', async () => {
    const run = await runFixture('matrix.yml', { lanes: '["bad","b"]' })

    expect(run.conclusions).toEqual({ 'lanes (bad)': 'failure', 'lanes (b)': 'success', after: 'success' })
    expect(run.job('after').log).toContain('lanes failure, last b')
  })

  test('is cancelled by a failure with fail-fast', async () => {
    const run = await runFixture('matrix.yml', { lanes: '["bad","slow","c"]', 'fail-fast': true })

    expect(run.conclusions).toEqual({
      'lanes (bad)': 'failure',
      'lanes (slow)': 'cancelled',
      'lanes (c)': 'cancelled',
      after: 'success',
    })
  })

  test('fails the run when it is empty', async () => {
    const run = await runFixture('matrix.yml', { lanes: '[]' })

    expect(run.conclusion).toBe('failure')
    expect(run.job('lanes').annotations[0]?.message).toContain(
      "Matrix vector 'lane' does not contain any values",
    )
  })

  test('fails the run when it has more than 256 legs', async () => {
    const run = await runFixture('matrix.yml', {
      lanes: JSON.stringify(Array.from({ length: 257 }, (_, i) => i)),
    })

    expect(run.job('lanes').annotations[0]?.message).toContain('257 jobs')
  })

  test('follows include and exclude, and a name of its own', async () => {
    const run = await runFixture('included.yml')

    expect(Object.keys(run.conclusions).sort()).toEqual([
      'Task contract → api',
      'build (linux, 20, yes)',
      'build (linux, 24, yes)',
      'build (mac, 24)',
      'build (windows, 22)',
    ])
    expect(run.job('build (linux, 24, yes)').log).toContain('linux 24 extra=yes')
  })
})
