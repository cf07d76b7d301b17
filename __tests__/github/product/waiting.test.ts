import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct({ runners: 1 })
const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
afterAll(() => rmSync(outside, { recursive: true }))

const task = (name: string, rest: object = {}) => ({
  script: `echo ${name} > ${name}.txt`,
  files: [`${name}.txt`],
  ...rest,
})

describe('fewer runners than lanes', () => {
  test('stop a lane that waits for a job without a runner: it says what to write, and can be redone', async () => {
    const repository = await createCaller(github(), {
      tasks: {
        contract: task('contract', { 'estimate-minutes': 1 }),
        pages: task('pages', { 'estimate-minutes': 20 }),
        docs: task('docs', { needs: ['contract', 'pages'] }),
      },
      plan: { 'max-parallel': 2 },
    })
    const run = await runReused(github(), repository)
    const { branches } = await readLeft(repository, run)

    expect(run.conclusions).toMatchObject({
      'agents / pages → docs': 'failure',
      'agents / contract': 'success',
    })
    expect(toMessages(run, 'agents / pages → docs')).toContain('max-parallel: 1')
    expect(branches).toEqual(['integration', 'tasks/contract', 'tasks/pages'])
    await run.rerunFailed()
    expect(run.conclusion).toBe('success')
  }, 120_000)
})

describe('a lane that is redone when artifacts are gone', () => {
  const started = join(outside, 'started')
  const mended = join(outside, 'mended')
  let repository: Repository
  let run: WorkflowRun
  let published: readonly (readonly [ref: string, object: string])[]

  beforeAll(async () => {
    const tasks = {
      quick: task('quick', {
        'estimate-minutes': 1,
        script: `echo quick >> ${started}; echo quick > quick.txt`,
      }),
      slow: task('slow', { 'estimate-minutes': 20 }),
      last: task('last', { needs: ['quick', 'slow'], script: `echo last > last.txt; test -e ${mended}` }),
    }
    repository = await createCaller(github(), { tasks, plan: { retries: 0 } })
    run = await runReused(github(), repository)
    published = Object.entries(await repository.refs()).filter(([ref]) => ref.includes('agents/'))
  }, 120_000)

  test('does not wait for work that was not published, and says how to continue', async () => {
    expect(github().artifacts.list(run.id)).toEqual([]) // deleted after publishing
    for (const [ref] of published) await repository.git('update-ref', '-d', ref)
    await run.rerunFailed()

    expect(toMessages(run, 'agents / slow → last')).toMatch(/quick: its job has ended[\s\S]*Re-run all jobs/)
  }, 120_000)

  test('builds on what was published', async () => {
    for (const [ref, object] of published) await repository.git('update-ref', ref, object)
    writeFileSync(mended, '')
    await run.rerunFailed()

    expect(run.conclusion).toBe('success')
    expect(readFileSync(started, 'utf8')).toBe('quick\n')
    expect(Object.keys(await (await readLeft(repository, run)).read('integration'))).toEqual([
      'last.txt',
      'quick.txt',
      'slow.txt',
    ])
  }, 120_000)
})

/** The annotations of a job. */
function toMessages(run: WorkflowRun, job: string): string {
  return run
    .job(job)
    .annotations.map(({ message }) => message)
    .join('\n')
}
