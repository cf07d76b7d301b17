import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { toPlanText } from '../../support/plan.ts'
import { changeCall, createCaller, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()
const outside = mkdtempSync(join(tmpdir(), 'pa-changed-'))
afterAll(() => rmSync(outside, { recursive: true }))

test('failed jobs that are run again do nothing with another plan than the run began with', async () => {
  const [failed, foreign] = ['failed', 'foreign'].map(name => join(outside, name))
  const honest = { script: 'echo honest > honest.txt', files: ['honest.txt'] }
  const late = { script: `[ -e ${failed} ] || { touch ${failed}; exit 1; }`, files: ['late.txt'], retries: 0 }
  const other = { script: `touch ${foreign}; echo other > late.txt`, files: ['late.txt'] }
  const variables = { PARALLEL_AGENTS_PLAN: 'plan.yml' }
  const repository = await createCaller(github(), {
    tasks: { honest, late },
    files: { 'other.yml': toPlanText({ honest, late: other }, {}) },
    settings: { variables },
  })
  await changeCall(repository, /\n\s*plan: plan.yml/, '')
  const run = await runReused(github(), repository)
  const before = await repository.refs()
  variables.PARALLEL_AGENTS_PLAN = 'other.yml'
  await run.rerunFailed()

  expect(existsSync(foreign ?? '')).toBe(false)
  expect(await repository.refs()).toEqual(before)
  expect((await readLeft(repository, run)).branches).toEqual(['integration', 'tasks/honest'])
  expect(
    run
      .job('agents / late')
      .annotations.map(({ message }) => message)
      .join(),
  ).toContain('Re-run all jobs')
})
