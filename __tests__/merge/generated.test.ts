import { expect, test } from '@jest/globals'
import { toGeneratedRule } from '../../src/conflicts/formats/generated.ts'

test.each([
  ['package-lock.json', 'npm', 'package.json'],
  ['packages/a/npm-shrinkwrap.json', 'npm', 'package.json'],
  ['yarn.lock', 'yarn', 'package.json'],
  ['pnpm-lock.yaml', 'pnpm', 'package.json'],
  ['crates/x/Cargo.lock', 'cargo', 'Cargo.toml'],
  ['go.sum', 'go', 'go.mod'],
  ['poetry.lock', 'poetry', 'pyproject.toml'],
  ['uv.lock', 'uv', 'pyproject.toml'],
  ['Gemfile.lock', 'bundle', 'Gemfile'],
  ['composer.lock', 'composer', 'composer.json'],
])('%s is made again by %s from %s', (path, program, source) => {
  const rule = toGeneratedRule(path)
  expect(rule).toMatchObject({ program, source })
  expect(rule?.command.split(' ')[0]).toBe(program)
})

test.each(['package.json', 'my-yarn.lock', 'yarn.lock/readme.md', 'constructor', ''])(
  '%p is no generated file',
  path => {
    expect(toGeneratedRule(path)).toBeUndefined()
  },
)
