import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

const top = fileURLToPath(new URL('..', import.meta.url))
const files = ['.github/workflows', 'examples/workflows'].flatMap(folder =>
  readdirSync(join(top, folder)).map(name => `${folder}/${name}`),
)

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly uses?: string
  readonly permissions?: unknown
  readonly secrets?: unknown
  readonly steps?: readonly Step[]
  readonly 'timeout-minutes'?: unknown
  readonly 'cache-mode'?: unknown
}

interface Workflow {
  readonly permissions?: unknown
  readonly on: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const workflows = files.map(path => ({
  path,
  workflow: parse(readFileSync(join(top, path), 'utf8')) as Workflow,
}))

function findJobs(isWrong: (job: Job, workflow: Workflow) => boolean): string[] {
  return workflows.flatMap(({ path, workflow }) =>
    Object.entries(workflow.jobs)
      .filter(([, job]) => isWrong(job, workflow))
      .map(([name]) => `${path}: ${name}`),
  )
}

function findSteps(isWrong: (step: Step) => boolean): string[] {
  return findJobs(job => (job.steps ?? []).some(isWrong))
}

/** By the full commit; the action of this project is named by its version in examples, as its users do. */
function isPinned(uses: string): boolean {
  return uses.startsWith('./') || uses.startsWith('owner/parallel-agents') || /@[0-9a-f]{40}$/.test(uses)
}

describe('the workflows', () => {
  test('pin every action by its commit', () => {
    expect(findSteps(({ uses }) => uses !== undefined && !isPinned(uses))).toEqual([])
    expect(findJobs(({ uses }) => uses !== undefined && !isPinned(uses))).toEqual([])
  })

  test('name the permissions of every job', () => {
    expect(
      findJobs((job, workflow) => job.permissions === undefined && workflow.permissions === undefined),
    ).toEqual([])
  })

  test('give jobs that run agents no cache to write', () => {
    const reused = workflows.find(({ path }) => path.endsWith('/parallel-agents.yml'))?.workflow

    expect(['agents', 'merge'].map(name => reused?.jobs[name]?.['cache-mode'])).toEqual(['read', 'read'])
  })

  test('leave no credentials of a checkout behind', () => {
    const isCheckout = ({ uses = '' }: Step) => uses.startsWith('actions/checkout@')
    expect(findSteps(step => isCheckout(step) && step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  test('put no expression into a shell script', () => {
    expect(findSteps(({ run = '' }) => run.includes('${{'))).toEqual([])
  })

  test('hand no secrets over as a whole, and do not run code of a pull request with rights of its target', () => {
    expect(findJobs(({ secrets }) => secrets === 'inherit')).toEqual([])
    expect(
      workflows.filter(({ workflow }) => JSON.stringify(workflow.on).includes('pull_request_target')),
    ).toEqual([])
  })
})
