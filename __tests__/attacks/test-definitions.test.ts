import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: to change what the tests prove, in a task whose scope is everything.
// Afterwards: the report and the lines of the run name it; an added dependency is not named.
test('an agent that changes which tests run is named', async () => {
  const manifest = { name: 'x', scripts: { test: 'node test.js' } }
  const { run } = makeScene({ 'package.json': JSON.stringify(manifest), 'sub/package.json': '{}' })
  const script = `echo '{"name":"x","scripts":{"test":"true"}}' > package.json; echo '{"dependencies":{}}' > sub/package.json; echo x > Jest.config.js`
  const { tasks, stderr } = await run({ a: { script } })

  expect(tasks.a?.testDefinitions).toEqual(['Jest.config.js', 'package.json'])
  expect(stderr).toContain('a changed which tests run, or how: Jest.config.js, package.json')
})

const manifest = (more: object) => JSON.stringify({ name: 'x', scripts: { test: 'jest' }, ...more })
const others = {
  'the settings of a runner in package.json': [
    'package.json',
    manifest({ jest: { testPathIgnorePatterns: ['.'] } }),
  ],
  'the workspaces whose tests run': ['package.json', manifest({ workspaces: ['none'] })],
  'the Makefile that GNU make prefers': ['GNUmakefile', 'test:\n\ttrue\n'],
  'the workspace of Vitest': ['vitest.workspace.ts', ''],
  'the settings of Karma': ['karma.conf.js', ''],
  'the first settings that pytest looks for': ['.pytest.ini', '[pytest]'],
  'code for every Python program': ['sitecustomize.py', ''],
  'a module in place of pytest': ['pytest/__init__.py', ''],
  'settings of Babel': ['.babelrc', '{}'],
  'settings of Cargo': ['.cargo/config.toml', ''],
  'a workspace of Go': ['go.work', ''],
  'settings of pnpm': ['pnpm-workspace.yaml', ''],
  'variables for Yarn': ['.env.yarn', 'NODE_OPTIONS=--require ./x.js'],
  'options of Maven': ['.mvn/jvm.config', ''],
  'targets of .NET': ['Directory.Build.targets', ''],
  'another version of Node': ['.nvmrc', '16'],
} as const

// Tries: the same by settings that are less known, one a task.
// Afterwards: each is named; what belongs to dependencies is not.
test('an agent that changes settings of test runners and languages is named', async () => {
  const { run } = makeScene({ 'package.json': manifest({}) })
  const write = ([path, text]: readonly [string, string]) =>
    `mkdir -p "$(dirname ${path})"; printf '%s' '${text}' > ${path}`
  const attacks = Object.values(others).map((file, index) => [`a${index}`, { script: write(file) }])
  const dependency = {
    script: write(['package.json', manifest({ devDependencies: { a: '1' }, version: '2' })]),
  }
  const { tasks } = await run({ ...Object.fromEntries(attacks), dependency }, { 'max-parallel': 3 })

  const named = Object.keys(others).map((what, index) => [what, tasks[`a${index}`]?.testDefinitions])
  expect(named).toEqual(Object.entries(others).map(([what, [path]]) => [what, [path]]))
  expect(tasks.dependency?.testDefinitions).toEqual([])
}, 60_000)
