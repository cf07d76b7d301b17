import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { lintAction, lintWorkflows } from './lint.ts'

const inHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pa-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('actionlint', () => {
  const listed = (path: string) => readdirSync(inHere(path)).map(name => join(inHere(path), name))
  const workflows = listed('../../.github/workflows/')
  const examples = listed('../../examples/workflows/')
  const fixtures = listed('./fixtures/workflows/')
  let problems: readonly string[]

  let path: string

  beforeAll(async () => {
    const job = 'needs: b\n    runs-on: ubuntu-latest\n    steps: [{ run: echo, if: nothing.x }]'
    path = write('wrong.yml', `on: push\njobs:\n  a:\n    ${job}\n`)
    problems = await lintWorkflows([...workflows, ...examples, ...fixtures, path])
  })

  test('reports problems of workflows with their place', () => {
    expect(problems.filter(problem => problem.startsWith(path))).toEqual([
      expect.stringMatching(/wrong\.yml:3:3: job "a" needs job "b" which does not exist/),
      expect.stringMatching(/wrong\.yml:6:\d+: undefined variable "nothing"/),
    ])
  })

  test("has nothing against this repository's own, its examples and the fixtures", () => {
    expect(workflows.length).toBeGreaterThan(1)
    expect(examples.length).toBeGreaterThan(5)
    expect(problems.filter(problem => !problem.includes('wrong.yml'))).toEqual([])
  })
})

describe("GitHub's parser", () => {
  test('accepts the action, and those of the tests', () => {
    const paths = [
      '../..',
      'built-in/upload-artifact',
      'built-in/download-artifact',
      'fixtures/actions/greet',
    ]

    expect(paths.flatMap(path => lintAction(inHere(`./${path}/action.yml`)))).toEqual([])
  })

  test('reports problems of an action', () => {
    const path = write('action.yml', 'name: x\ndescription: y\nruns: { using: node24, mian: index.js }\n')

    expect(lintAction(path).join('\n')).toContain('mian')
  })
})
