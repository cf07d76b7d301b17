import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readWorkflow, workflowRules } from './support/workflow-rules.ts'

const top = fileURLToPath(new URL('..', import.meta.url))
const workflows = ['.github/workflows', 'examples/workflows'].flatMap(folder =>
  readdirSync(join(top, folder)).map(name => {
    const text = readFileSync(join(top, folder, name), 'utf8')
    return { path: `${folder}/${name}`, text, workflow: readWorkflow(text) }
  }),
)

describe('a rule for workflows', () => {
  test.each(Object.entries(workflowRules))(
    '%s finds what it is for, and nothing here',
    (_, { bad, find }) => {
      expect(find(readWorkflow(bad), bad)).not.toEqual([])
      const found = workflows.flatMap(({ path, text, workflow }) =>
        find(workflow, text).map(place => `${path}: ${place}`),
      )
      expect(found).toEqual([])
    },
  )
})

describe('the workflows', () => {
  test('are all read', () => {
    expect(workflows.length).toBeGreaterThan(10)
  })

  test('give jobs that run agents no cache to write', () => {
    const reused = workflows.find(({ path }) => path.endsWith('/parallel-agents.yml'))?.workflow

    const writers = Object.entries(reused?.jobs ?? {}).filter(([, job]) => job['cache-mode'] === undefined)
    expect(writers.map(([name]) => name)).toEqual(['plan', 'cache', 'publish', 'answer'])
    expect(['agents', 'merge'].map(name => reused?.jobs[name]?.['cache-mode'])).toEqual(['read', 'read'])
  })

  test('run every suite, with the programs that it uses, as .ci/run does', () => {
    const read = (path: string) => readFileSync(join(top, path), 'utf8')
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const suites = Object.keys(scripts).flatMap(name => (/^test:(\w+)$/.exec(name) ?? []).slice(1))
    const inOnePlace = [...read('.ci/run').matchAll(/(?:test|suite):(\w+)$/gm)].map(([, name]) => name)
    const job = readWorkflow(read('.github/workflows/ci.yml')).jobs.suite
    const installed = job?.steps
      ?.map(({ run = '' }) => /--no-install-recommends (.+)/.exec(run)?.[1])
      .join('')

    expect(job?.strategy?.matrix?.suite).toEqual(expect.arrayContaining(suites))
    expect([...new Set(inOnePlace)].sort()).toEqual([...suites].sort())
    expect(installed).toBe(/packages=\((.+)\)/.exec(read('.ci/run'))?.[1])
  })

  test('are kept up to date by versions that are a week old', () => {
    const { updates } = parse(readFileSync(join(top, '.github/dependabot.yml'), 'utf8'))
    const waits = updates.map(({ cooldown }: { cooldown?: { 'default-days'?: number } }) => cooldown)

    expect(waits.every((wait: { 'default-days': number }) => wait['default-days'] >= 7)).toBe(true)
  })
})
