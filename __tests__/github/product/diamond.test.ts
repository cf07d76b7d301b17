import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, type Left, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const tasks = {
  contract: { script: 'echo contract > contract.txt', files: ['contract.txt'] },
  api: { script: 'sed s/contract/api/ contract.txt > api.txt', files: ['api.txt'], needs: ['contract'] },
  pages: {
    agent: 'claude',
    prompt: 'sh: sed s/contract/pages/ contract.txt > pages.txt',
    files: ['pages.txt'],
    needs: ['contract'],
  },
  docs: {
    script: 'cat api.txt pages.txt > docs.txt; env > env.txt',
    files: ['docs.txt', 'env.txt'],
    needs: ['api', 'pages'],
  },
}

describe('a diamond, called from another repository', () => {
  const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
  const tested = join(outside, 'tested')
  afterAll(() => rmSync(outside, { recursive: true }))
  let repository: Repository
  let run: WorkflowRun
  let left: Left

  beforeAll(async () => {
    repository = await createCaller(github(), {
      tasks,
      plan: { integration: { test: `grep -q pages docs.txt && pwd >> ${tested}` } },
      settings: { secrets: { ANTHROPIC_API_KEY: 'sk-ant-of-the-caller', OTHER: 'not passed' } },
    })
    run = await runReused(github(), repository)
    left = await readLeft(repository, run)
  })

  test('becomes one pull request of its result, which was tested once', async () => {
    expect(run.conclusions).toEqual({
      'agents / plan': 'success',
      'agents / cache': 'skipped',
      'agents / contract → api': 'success',
      'agents / pages → docs': 'success',
      'agents / merge': 'success',
      'agents / publish': 'success',
      'agents / answer': 'skipped',
    })
    expect(left.pulls).toMatchObject([
      {
        state: 'open',
        pull: { head: expect.stringMatching(/^agents\/results\//), base: 'main', draft: true },
      },
    ])
    expect(await left.read('integration')).toMatchObject({
      'contract.txt': 'contract\n',
      'docs.txt': 'api\npages\n',
    })
    expect(readFileSync(tested, 'utf8').trim().split('\n')).toHaveLength(1)
  })

  test('leaves a branch of each task, and the target where it was', async () => {
    expect(left.branches).toEqual(['integration', 'tasks/api', 'tasks/contract', 'tasks/docs', 'tasks/pages'])
    expect(await repository.git('log', '--format=%s', 'main')).toBe('Change')
  })

  test('is pushed by `publish` alone', async () => {
    const owners = (await repository.pushes()).map(push => push.owner)
    expect(new Set(owners)).toEqual(new Set([expect.stringContaining('publish')]))
    const permissions = Object.fromEntries(run.jobs.map(job => [job.name, job.permissions]))
    expect(permissions).toMatchObject({
      'agents / plan': { contents: 'read' },
      'agents / contract → api': { contents: 'read' },
      'agents / merge': { contents: 'read' },
      'agents / publish': { contents: 'write', 'pull-requests': 'write' },
    })
  })

  test('shows its agents the secrets that were passed by name, and only the agents that they are for', async () => {
    const { 'env.txt': environment } = await left.read('integration')

    expect(environment).toContain('PARALLEL_AGENTS_TASK=docs')
    expect(environment).not.toMatch(/ANTHROPIC|OTHER|ACTIONS_|GITHUB_|INPUT_|RUNNER_/)
    expect(run.log).not.toMatch(/sk-ant-of-the-caller|not passed/)
  })

  test('keeps jobs of the same task apart by its concurrency group', () => {
    expect(run.job('agents / pages → docs').concurrency?.group).toBe(
      `parallel-agents-${left.id}-lane-2-pages-docs`,
    )
  })
})
