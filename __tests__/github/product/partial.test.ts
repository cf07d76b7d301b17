import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, type Left, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

describe('a task that fails', () => {
  const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
  const started = join(outside, 'started')
  const mended = join(outside, 'mended')
  let repository: Repository
  let run: WorkflowRun
  afterAll(() => rmSync(outside, { recursive: true }))

  beforeAll(async () => {
    const note = (task: string) => `echo ${task} >> ${started}; echo ${task} > ${task}.txt`
    repository = await createCaller(github(), {
      tasks: {
        api: { script: `${note('api')}; test -e ${mended}`, files: ['api.txt'], retries: 0 },
        client: { script: note('client'), files: ['client.txt'], needs: ['api'] },
        docs: { script: note('docs'), files: ['docs.txt'] },
      },
    })
    run = await runReused(github(), repository)
  })

  test('blocks those that need it; the rest is published, and its work is kept', async () => {
    const left = await readLeft(repository, run)

    expect(run.conclusions).toMatchObject({
      'agents / api → client': 'failure',
      'agents / docs': 'success',
    })
    expect(run.conclusion).toBe('failure')
    expect(await left.read('integration')).toEqual({ 'docs.txt': 'docs\n' })
    expect(left.branches).toEqual(['integration', 'tasks/docs'])
    expect(left.pulls).toHaveLength(1)
    const kept = `refs/parallel-agents/${left.id}/kept/api`
    expect(await repository.tryRead(kept, 'api.txt')).toBe('api\n')
  })

  test('is redone by "Re-run failed jobs", with those that need it, and nothing else', async () => {
    writeFileSync(mended, '')
    writeFileSync(started, '')
    await run.rerunFailed()
    const left = await readLeft(repository, run)

    expect(run.conclusion).toBe('success')
    expect(readFileSync(started, 'utf8')).toBe('api\nclient\n')
    expect(run.job('agents / docs').attempt).toBe(1)
    expect(await left.read('integration')).toEqual({
      'api.txt': 'api\n',
      'client.txt': 'client\n',
      'docs.txt': 'docs\n',
    })
    expect(left.pulls).toHaveLength(1)
    expect(left.pulls[0]?.comments.length).toBeLessThan(2)
  })
})

describe('a conflict', () => {
  const settings = ['{', '  "name": "app",', '  "scripts": {}', '}', ''].join('\n')
  const add = (name: string) =>
    `node -e "const s = require('./settings.json'); s.${name} = 1; require('fs').writeFileSync('settings.json', JSON.stringify(s, null, 2) + '\\n')"`
  const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
  const mediated = join(outside, 'mediated')
  const resolver = `printf 'first\\nsecond\\n' > words.txt; echo once >> ${mediated}`
  afterAll(() => rmSync(outside, { recursive: true }))
  let repositories: readonly Repository[]
  let runs: readonly WorkflowRun[]
  let lefts: readonly Left[]

  beforeAll(async () => {
    const clash = {
      first: { script: 'echo first > words.txt', files: ['words.txt'] },
      second: { script: 'echo second > words.txt', files: ['words.txt'] },
      third: { script: 'echo third > third.txt', files: ['third.txt'], needs: ['second'] },
    }
    const plan = { overlap: 'warn' }
    repositories = await Promise.all([
      createCaller(github(), {
        tasks: {
          one: { script: add('one'), files: ['settings.json'] },
          two: { script: add('two'), files: ['settings.json'] },
        },
        plan,
        files: { 'settings.json': settings },
      }),
      createCaller(github(), { tasks: clash, plan, files: { 'words.txt': 'words\n' } }),
      createCaller(github(), {
        tasks: clash,
        plan: {
          ...plan,
          agents: { mediator: { command: resolver } },
          integration: { 'on-conflict': 'agent', agent: 'mediator' },
        },
        files: { 'words.txt': 'words\n' },
      }),
    ])
    runs = await Promise.all(repositories.map(repository => runReused(github(), repository)))
    lefts = await Promise.all(
      repositories.map((repository, index) => readLeft(repository, runs[index] as WorkflowRun)),
    )
  })

  test('that rules resolve lands with both sides', async () => {
    expect(runs[0]?.conclusion).toBe('success')
    const { 'settings.json': merged } = (await lefts[0]?.read('integration')) ?? {}
    expect(JSON.parse(merged as string)).toEqual({ name: 'app', scripts: {}, one: 1, two: 1 })
  })

  test('that an agent resolves lands as it was tested; the job that publishes starts no agent', async () => {
    expect(runs[2]?.conclusion).toBe('success')
    expect(await lefts[2]?.read('integration')).toEqual({
      'third.txt': 'third\n',
      'words.txt': 'first\nsecond\n',
    })
    expect(readFileSync(mediated, 'utf8')).toBe('once\n')
  })

  test('that nothing resolves leaves that task out with its dependents; every branch is pushed', async () => {
    expect(runs[1]?.conclusion).toBe('failure')
    expect(await lefts[1]?.read('integration')).toEqual({ 'words.txt': 'first\n' })
    expect(lefts[1]?.branches).toEqual(
      expect.arrayContaining(['tasks/first', 'tasks/second', 'tasks/third', 'integration']),
    )
    expect(runs[1]?.job('agents / publish').outputs).toMatchObject({
      status: 'partial',
      'landed-tasks': '["first"]',
      'conflicted-tasks': '["second"]',
      'failed-tasks': '["third"]',
    })
  })
})

describe('a culprit', () => {
  test('is evicted with those that need it, and the rest is published', async () => {
    const repository = await createCaller(github(), {
      tasks: {
        good: { script: 'echo good > good.txt', files: ['good.txt'] },
        bad: { script: 'echo bad > bad.txt', files: ['bad.txt'] },
        late: { script: 'echo late > late.txt', files: ['late.txt'], needs: ['bad'] },
      },
      plan: { integration: { test: 'test ! -e bad.txt', 'flaky-retries': 0 } },
    })
    const run = await runReused(github(), repository)
    const left = await readLeft(repository, run)

    expect(await left.read('integration')).toEqual({ 'good.txt': 'good\n' })
    expect(left.branches).toEqual(expect.arrayContaining(['tasks/bad', 'tasks/late']))
    expect(run.job('agents / publish').outputs).toMatchObject({
      status: 'partial',
      'landed-tasks': '["good"]',
      'failed-tasks': '["bad","late"]',
    })
    expect(left.pulls[0]?.body).toContain('bad')
  })
})
