import { beforeAll, describe, expect, test } from '@jest/globals'
import { toPlanText } from '../../support/plan.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

/** A project whose one package is in the repository: its installation needs no network. */
const project = {
  '.gitignore': 'node_modules/\ninstalled\n',
  'package.json': JSON.stringify({
    dependencies: { lib: 'file:lib' },
    scripts: { postinstall: 'echo x >> installed' },
  }),
  'lib/package.json': JSON.stringify({ name: 'lib', version: '1.0.0', main: 'index.js' }),
  'lib/index.js': 'module.exports = 6 * 7\n',
  'package-lock.json': JSON.stringify({
    name: 'app',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'app', dependencies: { lib: 'file:lib' }, hasInstallScript: true },
      lib: { version: '1.0.0' },
      'node_modules/lib': { resolved: 'lib', link: true },
    },
  }),
}
const test42 = `node -e 'process.exit(require("lib") === 42 ? 0 : 1)'`
const tasks = {
  one: { script: `${test42} && echo 1 > one.txt`, files: ['one.txt'] },
  two: { script: `${test42} && echo 2 > two.txt`, files: ['two.txt'] },
}
const plan = { checkout: { dependencies: 'auto' }, integration: { test: test42 } }
const fromCache = /dependencies of npm: from the cache/

describe('dependencies', () => {
  let repository: Repository
  let first: WorkflowRun
  let second: WorkflowRun

  beforeAll(async () => {
    repository = await createCaller(github(), { tasks, plan, files: project })
    first = await runReused(github(), repository)
    second = await runReused(github(), repository)
  })

  test('are put into the cache by a job of the first run', () => {
    expect(first.conclusion).toBe('success')
    expect(first.job('agents / cache').log).toMatch(/cached for later runs: dependencies of npm/)
    expect(github().caches.listKeys(repository.name)).toHaveLength(1)
  })

  test('come from the cache in later runs, which have no such job', () => {
    expect(second.conclusion).toBe('success')
    expect(second.job('agents / cache').conclusion).toBe('skipped')
    expect(second.jobs.filter(({ log }) => fromCache.test(log)).map(({ name }) => name)).toEqual([
      'agents / one',
      'agents / two',
      'agents / merge',
    ])
  })

  test('whose installation fails are a warning of that job', async () => {
    await repository.commit({
      'package-lock.json': 'damaged',
      'plan.yml': toPlanText({ one: { script: 'echo 3 > three.txt', files: ['three.txt'] } }, plan),
    })
    const run = await runReused(github(), repository)
    const cache = run.job('agents / cache')

    expect(cache.conclusion).toBe('success')
    expect(cache.log).toMatch(/nothing was cached: the installation ended with exit code 1/)
    expect(github().caches.listKeys(repository.name)).toHaveLength(1)
  })
})
