import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { compilePlan } from '../../src/commands/compile/compile-plan.ts'
import { loadPlan } from '../../src/commands/load-plan.ts'
import { closeRepository, openRepository } from '../../src/git/repository/open-repository.ts'
import { runCli } from '../support/cli.ts'
import { gitEnvironment, makeRepository, type TestRepository } from '../support/repository.ts'
import { readWorkflow } from '../support/workflow-rules.ts'

const path = '.github/workflows/agents-plan.yml'
const plan = {
  name: 'Data: "pipeline"',
  agent: 'claude',
  tasks: {
    contract: { prompt: 'Types.', files: ['types/**'] },
    api: { prompt: 'API.', files: ['api/**'], needs: ['contract'] },
    pages: { prompt: 'Pages.', files: ['api/pages/**'], needs: ['contract'] },
    docs: { prompt: 'Docs.', files: ['docs/**'], needs: ['api', 'pages'] },
  },
}

interface Workflow {
  readonly name: string
  readonly on: { readonly workflow_call: object | null }
  readonly jobs: Readonly<
    Record<
      string,
      {
        needs?: string[]
        'runs-on': unknown
        permissions: object
        steps: { with?: Record<string, string> }[]
      }
    >
  >
}

let repository: TestRepository
const call = (...args: string[]) => runCli(repository.folder, ['compile', ...args])
const read = () => parse(repository.read(path)) as Workflow

beforeAll(async () => {
  repository = makeRepository({ 'plan.yml': JSON.stringify(plan) })
  // no network: another address for the place that is asked for the commit of a version
  repository.git('config', 'url.file:///nowhere/.insteadOf', 'https://github.com/')
  expect(await call('--runner', 'self-hosted, linux')).toMatchObject({ code: 0, stdout: `wrote ${path}\n` })
})

describe('compile', () => {
  test('gives every task a job with its prerequisites as needs, also those of overlapping scopes', () => {
    const { jobs, name } = read()
    expect(name).toBe(plan.name)
    expect(Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job.needs]))).toEqual({
      plan: undefined,
      'task-contract': ['plan'],
      'task-api': ['plan', 'task-contract'],
      'task-pages': ['plan', 'task-contract', 'task-api'],
      'task-docs': ['plan', 'task-api', 'task-pages'],
      merge: ['plan', 'task-contract', 'task-api', 'task-pages', 'task-docs'],
      publish: ['plan', 'task-contract', 'task-api', 'task-pages', 'task-docs', 'merge'],
    })
    const lane = JSON.parse(jobs['task-api']?.steps.at(-1)?.with?.lane ?? '')
    expect(lane).toEqual({ id: 'lane-2', name: 'api', tasks: ['api'] })
  })

  test('lets only `publish` change the repository, and runs nothing of agents beside it', () => {
    const { jobs } = read()
    const writers = Object.entries(jobs).filter(([, job]) =>
      JSON.stringify(job.permissions).includes('contents":"write'),
    )
    expect(writers.map(([id]) => id)).toEqual(['publish'])
    expect(jobs.merge?.['runs-on']).toEqual(['self-hosted', 'linux'])
    expect(jobs.publish?.['runs-on']).toBe('ubuntu-latest')
    expect(jobs['task-api']?.steps.at(-1)).toMatchObject({
      with: { agents: 'claude' },
      env: { ANTHROPIC_API_KEY: `\${{ secrets.ANTHROPIC_API_KEY }}` },
    })
    expect(jobs.publish?.steps.at(-1)).not.toHaveProperty('env')
    expect(read().on.workflow_call).toMatchObject({ secrets: { ANTHROPIC_API_KEY: { required: false } } })
  })

  test('--check says what is behind the plan and how to write it again, and keeps pin and runner', async () => {
    expect(await call('--check')).toMatchObject({ code: 0, stdout: `${path} is up to date\n` })
    const { docs, ...tasks } = plan.tasks
    const changed = { ...plan, tasks: { ...tasks, api: { ...tasks.api, needs: [] }, tests: docs } }
    repository.write({
      'plan.yml': JSON.stringify(changed),
      [path]: repository.read(path).replaceAll(/@v\d.*/g, '@0123456789012345678901234567890123456789 # v9'),
    })
    const { code, stdout, stderr } = await call('plan.yml', '--check')

    expect(code).toBe(1)
    expect(stdout).toContain('task tests has no job')
    expect(stdout).toContain('the plan no longer has task docs')
    expect(stdout).toContain('api needs nothing in the plan, contract in the workflow')
    expect(stderr).toContain(`compile 'plan.yml'", and commit it`)
    await call('plan.yml')
    expect(repository.read(path)).toContain('@0123456789012345678901234567890123456789 # v9')
    expect(read().jobs.merge?.['runs-on']).toEqual(['self-hosted', 'linux'])
    expect((await call('--check')).code).toBe(0)
  })

  test('hands prompts of issues on, caches dependencies, and replaces no workflow of people', async () => {
    const other = makeRepository({
      'plan.yml': JSON.stringify({
        agent: 'claude',
        checkout: { dependencies: 'auto' },
        tasks: { a: { issue: 12 } },
      }),
      'ci.yml': 'on: push\n',
    })
    const opened = await openRepository(other.folder, { ...process.env, ...gitEnvironment } as Record<
      string,
      string
    >)
    const request = {
      plan: loadPlan(other.folder, opened.root, undefined),
      runner: undefined,
      version: '1.0.0',
    }
    other.git('config', 'url.file:///nowhere/.insteadOf', 'https://github.com/')
    const { text } = await compilePlan(opened, { ...request, to: undefined })
    expect(text).toContain(`plan: \${{ runner.temp }}/plan.yml`)
    const reused = readWorkflow(readFileSync('.github/workflows/parallel-agents.yml', 'utf8')).jobs
    for (const job of ['plan', 'cache', 'merge', 'publish', 'answer'])
      expect(readWorkflow(text).jobs[job]?.permissions).toEqual(reused[job]?.permissions)
    expect(text).toContain(`env: { TEXT: "\${{ needs.plan.outputs.plan-text }}" }`)
    await expect(compilePlan(opened, { ...request, to: `${other.folder}/ci.yml` })).rejects.toThrow(
      'ci.yml was not compiled from a plan',
    )
    await expect(compilePlan(opened, { ...request, to: `${other.folder}/$\{{ x }}.yml` })).rejects.toThrow(
      'cannot be used in a workflow',
    )
    closeRepository(opened)
  })
})
