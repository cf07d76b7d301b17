import { chownSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Lane } from '../../src/plan/lanes/lanes.ts'
import { runAction } from '../support/action.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeRepository } from '../support/repository.ts'

const diamond = {
  contract: { script: 'echo a > a.txt', files: ['a.txt'] },
  api: { script: 'echo b > b.txt', files: ['b.txt'], needs: ['contract'] },
  web: { script: 'echo c > c.txt', files: ['c.txt'], needs: ['contract'] },
  e2e: { script: 'echo d > d.txt', files: ['d.txt'], needs: ['api', 'web'] },
}
const plan = { command: 'plan' }

describe('command: plan', () => {
  test('spreads the tasks over the lanes of a matrix, and names the run', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const { code, outputs } = await runAction(repository.folder, { inputs: plan })

    expect(code).toBe(0)
    expect(outputs['has-tasks']).toBe('true')
    expect(outputs.run).toMatch(/^\d{8}-\d{6}-[0-9a-f]{4}$/)
    const lanes = JSON.parse(outputs.lanes as string) as Lane[]
    expect(lanes.flatMap(lane => lane.tasks).toSorted()).toEqual(['api', 'contract', 'e2e', 'web'])
    expect(lanes[0]).toMatchObject({ id: 'lane-1', name: lanes[0]?.tasks.join(' → ') })
  })

  test('starts nothing and writes nothing to the repository', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const before = repository.git('for-each-ref')
    await runAction(repository.folder, { inputs: plan })

    expect(repository.git('for-each-ref')).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
  })

  test('refuses a branch pattern if one of its branches exists at the remote', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    remote.git('branch', 'feature/api', 'main')
    writePlan(repository, diamond, { branch: 'feature/{task}' })
    const { code, log } = await runAction(repository.folder, { inputs: plan })

    expect(code).toBe(1)
    expect(log).toContain('names that branches of origin already have: feature/api')
  })

  test('shows the tasks and their order on the page of the run', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const { summary, log } = await runAction(repository.folder, { inputs: plan })

    expect(summary).toContain('## Test: 4 tasks')
    expect(summary).toContain('| `api` | does\\-api | contract | b.txt | – |')
    expect(summary).toMatch(/```mermaid\nflowchart LR\n[\s\S]*t_contract --> t_api/)
    expect(log).toContain('::group::Lanes')
  })

  const onlyRoot = process.getuid?.() === 0 ? test : test.skip // others cannot give files away
  onlyRoot('says what a container needs whose checkout belongs to another user', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    chownSync(repository.folder, 4711, 4711)
    const { code, log } = await runAction(repository.folder, { inputs: plan })

    expect(code).toBe(1)
    expect(log).toContain('- run: git config --global --add safe.directory "$GITHUB_WORKSPACE"')
  })

  test('says that there is nothing to do when the plan has no tasks', async () => {
    const repository = makeRepository({ 'plan.yml': 'agent: claude\ntasks: {}\n' })
    const { code, outputs } = await runAction(repository.folder, { inputs: plan })

    expect(code).toBe(0)
    expect(outputs).toMatchObject({ 'has-tasks': 'false', lanes: '[]' })
  })

  test('plans only the named tasks and their prerequisites', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const { outputs } = await runAction(repository.folder, { inputs: { ...plan, tasks: 'api' } })

    const lanes = JSON.parse(outputs.lanes as string) as Lane[]
    expect(lanes.map(lane => lane.tasks)).toEqual([['contract', 'api']])
  })

  test('has no more lanes than run at once when they wait for each other', async () => {
    const repository = makeRepository()
    const wide = Array.from({ length: 6 }, (_, index) => [
      `t${index}`,
      { script: 'true', needs: ['contract'], files: [`${index}.txt`] },
    ])
    writePlan(repository, { contract: diamond.contract, ...Object.fromEntries(wide) })
    const { outputs } = await runAction(repository.folder, { inputs: { ...plan, 'max-parallel': '3' } })

    expect(JSON.parse(outputs.lanes as string)).toHaveLength(3)
  })

  test('by default has as many lanes as all accounts may run at once', async () => {
    const repository = makeRepository()
    const wide = Array.from({ length: 6 }, (_, index) => [
      `t${index}`,
      { script: 'true', needs: ['contract'], files: [`${index}.txt`] },
    ])
    writePlan(repository, { contract: diamond.contract, ...Object.fromEntries(wide) })
    const { outputs } = await runAction(repository.folder, { inputs: plan })

    expect(JSON.parse(outputs.lanes as string)).toHaveLength(6)
  })

  test('takes the number of lanes at once from the input, else the plan, else the size of the matrix', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: diamond.contract }, { 'max-parallel': 2 })
    const byPlan = await runAction(repository.folder, { inputs: plan })
    const byInput = await runAction(repository.folder, { inputs: { ...plan, 'max-parallel': '3' } })
    writePlan(repository, { a: diamond.contract })
    const byNobody = await runAction(repository.folder, { inputs: plan })

    expect([byPlan, byInput, byNobody].map(({ outputs }) => outputs['max-parallel'])).toEqual([
      '2',
      '3',
      '256',
    ])
  })

  test('names the commit that the run starts from', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond, { target: 'main' })
    const base = repository.commit('plan')
    repository.git('checkout', '--quiet', '-b', 'elsewhere')
    repository.commit('not of the target')
    const { outputs } = await runAction(repository.folder, { inputs: plan })

    expect(outputs.base).toBe(base)
  })

  test('refuses a checkout of another branch than the one that the workflow runs on', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const env = { GITHUB_REF: 'refs/heads/develop' }
    const { code, log } = await runAction(repository.folder, { inputs: plan, env })

    expect(code).toBe(1)
    expect(log).toContain('the target develop is not a branch here')
  })

  test('annotates the lines of a wrong plan, and fails', async () => {
    const repository = makeRepository({
      'plan.yml': 'agent: claude\ntasks:\n  a:\n    prompt: x\n    needs: [bb]\n  b:\n    prompt: x\n',
    })
    const { code, commands, outputs } = await runAction(repository.folder, { inputs: plan })

    expect(code).toBe(1)
    expect(outputs).toEqual({ failure: expect.stringContaining('`bb` is not a task') })
    const [first] = commands.filter(({ name }) => name === 'error')
    expect(first?.properties).toMatchObject({ file: 'plan.yml', line: '5', title: 'Plan' })
    expect(first?.text).toContain('`bb` is not a task')
  })

  test('refuses a missing target before any agent starts', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond, { target: 'mian' })
    const { code, log } = await runAction(repository.folder, { inputs: plan })

    expect(code).toBe(1)
    expect(log).toContain('did you mean `main`?')
  })

  test('says how to check the repository out where there is none', async () => {
    const { code, log } = await runAction('/', { inputs: plan })

    expect(code).toBe(1)
    expect(log).toContain('- uses: actions/checkout@')
  })
})
