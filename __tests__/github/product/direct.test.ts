import { describe, expect, test } from '@jest/globals'
import { createCaller, readLeft } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const say = (name: string) => `sh: echo ${name} > ${name}.txt`
const tasks = {
  contract: { agent: 'claude', prompt: say('contract'), files: ['contract.txt'] },
  api: { agent: 'claude', prompt: say('api'), files: ['api.txt'], needs: ['contract'] },
  docs: { agent: 'claude', prompt: say('docs'), files: ['docs.txt'], needs: ['contract'] },
}

describe('three jobs of one’s own', () => {
  test('push what they made by themselves, and open a pull request', async () => {
    const repository = await createCaller(github(), { tasks })
    const run = await (await github().dispatch(repository, 'three-jobs.yml')).done
    const left = await readLeft(repository, run, 'plan')

    expect(run.conclusion).toBe('success')
    expect(left.branches).toEqual(['integration', 'tasks/api', 'tasks/contract', 'tasks/docs'])
    expect(Object.keys(await left.read('integration'))).toEqual(['api.txt', 'contract.txt', 'docs.txt'])
    const pushes = (await repository.pushes()).filter(({ ref }) => ref.endsWith('/tasks/docs'))
    expect(pushes.map(({ owner }) => owner)).toEqual([expect.stringContaining('docs')])
    expect(left.pulls).toHaveLength(1)
    expect(github().artifacts.list(run.id)).toEqual([])
  })
})

describe('one runner', () => {
  test('does the whole plan, and pushes all of it', async () => {
    const repository = await createCaller(github(), { tasks })
    const run = await (await github().dispatch(repository, 'one-runner.yml')).done

    expect(run.conclusion).toBe('success')
    const branches = Object.keys(await repository.refs('refs/heads/agents/'))
    expect(branches.map(name => name.split('/').slice(4).join('/'))).toEqual([
      'integration',
      'tasks/api',
      'tasks/contract',
      'tasks/docs',
    ])
    expect(
      github()
        .artifacts.list(run.id)
        .map(({ name }) => name),
    ).toEqual(['report'])
  })
})
