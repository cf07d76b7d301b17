import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { compilePlan } from '../../../src/commands/compile/compile-plan.ts'
import { loadPlan } from '../../../src/commands/load-plan.ts'
import { closeRepository, openRepository } from '../../../src/git/repository/open-repository.ts'
import { type ScriptedTask, toPlanText } from '../../support/plan.ts'
import { makeRepository } from '../../support/repository.ts'
import { lintWorkflows } from '../lint.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, type Left, readLeft } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()
const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
const mended = join(outside, 'mended')
afterAll(() => rmSync(outside, { recursive: true }))

const tasks: Record<string, ScriptedTask> = {
  contract: { script: 'echo contract > contract.txt', files: ['contract.txt'] },
  api: { script: 'sed s/contract/api/ contract.txt > api.txt', files: ['api.txt'], needs: ['contract'] },
  pages: {
    script: `sed s/contract/pages/ contract.txt > pages.txt; test -e ${mended}`,
    files: ['pages.txt'],
    needs: ['contract'],
    retries: 0,
  },
  docs: { script: 'cat api.txt pages.txt > docs.txt', files: ['docs.txt'], needs: ['api', 'pages'] },
}

/** The workflow that "parallel-agents compile" writes for a plan. */
async function compile(): Promise<string> {
  const { folder, git } = makeRepository({ 'plan.yml': toPlanText(tasks) })
  git('config', 'url.file:///nowhere/.insteadOf', 'https://github.com/') // which commit v1 is, is not asked
  const repository = await openRepository(folder, process.env as Record<string, string>)
  const plan = loadPlan(folder, repository.root, undefined)
  const { text } = await compilePlan(repository, { plan, to: undefined, runner: undefined, version: '1' })
  closeRepository(repository)
  return text
}

describe('a compiled plan', () => {
  let text: string
  let repository: Repository
  let run: WorkflowRun
  let left: Left

  beforeAll(async () => {
    text = await compile()
    const files = { '.github/workflows/compiled.yml': text }
    repository = await createCaller(github(), { tasks, files })
    run = await (await github().dispatch(repository, 'compiled.yml')).done
    left = await readLeft(repository, run, 'plan')
  })

  test('is a workflow that passes actionlint', async () => {
    const path = join(outside, 'compiled.yml')
    writeFileSync(path, text)
    expect(await lintWorkflows([path])).toEqual([])
  })

  test('has a job for each task; one that fails blocks those that need it, and the rest is published', async () => {
    expect(existsSync(mended)).toBe(false)
    expect(run.conclusions).toEqual({
      plan: 'success',
      contract: 'success',
      api: 'success',
      pages: 'failure',
      docs: 'failure',
      merge: 'failure',
      publish: expect.any(String),
    })
    expect(await left.read('integration')).toEqual({ 'contract.txt': 'contract\n', 'api.txt': 'api\n' })
    expect(left.pulls).toHaveLength(1)
  })

  test('does only what failed again, and lands all of it', async () => {
    writeFileSync(mended, '')
    await run.rerunFailed()
    expect(run.conclusions).toMatchObject({ pages: 'success', docs: 'success', publish: 'success' })
    expect(run.job('api').attempt).toBe(1)
    expect(await (await readLeft(repository, run, 'plan')).read('integration')).toMatchObject({
      'docs.txt': 'api\npages\n',
    })
  })
})
