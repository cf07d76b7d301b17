import { beforeAll, describe, expect, test } from '@jest/globals'
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
  let repository: Repository
  let run: WorkflowRun
  let left: Left

  beforeAll(async () => {
    repository = await createCaller(github(), {
      tasks,
      plan: { integration: { test: 'grep -q pages docs.txt && echo "tests of $PWD ran"' } },
      settings: { secrets: { ANTHROPIC_API_KEY: 'sk-ant-of-the-caller', OTHER: 'not passed' } },
    })
    run = await runReused(github(), repository)
    left = await readLeft(repository, run)
  })

  test('becomes one pull request of its tested result', async () => {
    expect(run.conclusions).toEqual({
      'agents / plan': 'success',
      'agents / contract → api': 'success',
      'agents / pages → docs': 'success',
      'agents / merge': 'success',
      'agents / publish': 'success',
    })
    expect(left.pulls).toMatchObject([
      { state: 'open', pull: { head: `agents/${left.id}/integration`, base: 'main', draft: true } },
    ])
    expect(await left.read('integration')).toMatchObject({
      'contract.txt': 'contract\n',
      'docs.txt': 'api\npages\n',
    })
    expect(run.job('agents / merge').log).toContain('tests of ')
  })

  test('leaves a branch of each task, and the target where it was', async () => {
    expect(left.branches).toEqual(['integration', 'tasks/api', 'tasks/contract', 'tasks/docs', 'tasks/pages'])
    expect(await repository.git('log', '--format=%s', 'main')).toBe('Change')
  })

  test('is pushed by the last job alone, which runs no agent and no test', async () => {
    const owners = (await repository.pushes()).map(push => push.owner)
    expect(new Set(owners)).toEqual(new Set([expect.stringContaining('publish')]))
    expect(run.job('agents / publish').log).not.toContain('tests of ')
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
