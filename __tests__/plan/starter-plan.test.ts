import { expect, test } from '@jest/globals'
import { packageManagers } from '../../src/checkouts/dependencies/managers.ts'
import { readPlan } from '../../src/plan/schema/read-plan.ts'
import { toStarterPlan } from '../../src/plan/starter/starter-plan.ts'

const facts = {
  name: 'shop',
  folders: [],
  schema: undefined,
  scripts: {},
  makeTargets: [],
  agent: undefined,
}
const folders = [
  { path: 'src', id: 'src' },
  { path: 'docs', id: 'docs' },
]

test.each([
  ['nothing', { files: [] }],
  ['a setup', { files: ['package-lock.json'] }],
  ['a test', { files: [], makeTargets: ['test'] }],
  ['both', { files: ['package-lock.json'], scripts: { test: 'jest' } }],
  ['one folder', { files: [], folders: folders.slice(0, 1) }],
  ['folders', { files: [], folders }],
])('the plan for a repository with %s is valid', (_, found) => {
  const text = toStarterPlan({ ...facts, ...found })
  const read = () => readPlan({ name: 'plan.yml', text, readPrompt: () => undefined, isFolder: () => false })
  expect(read).not.toThrow()
})

/** Their commands fetch what they need, or another file names them, too. */
const needless = ['Cargo.lock', 'go.sum', '.yarnrc.yml']
const lockFiles = packageManagers
  .flat()
  .flatMap(({ install, lockFiles }) => (install === undefined ? [] : lockFiles))
  .filter(file => !needless.includes(file))

test.each(lockFiles)('with %s, dependencies are installed as it says', file => {
  const text = toStarterPlan({ ...facts, files: ['package.json', file] })
  expect(text).toContain('checkout: { dependencies: auto }')
  expect(text).not.toMatch(/^ *setup:/m)
})
