import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { gitEnvironment, makeFolder, makeRepository } from '../support/repository.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const env = { ...process.env, ...gitEnvironment }

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

test('the package works where it is installed, without the network', () => {
  const folder = makeFolder('package')
  const packed = run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
    root,
  ).trim()
  const prefix = join(folder, 'prefix')
  run(
    'npm',
    ['install', '--global', '--offline', '--no-audit', '--prefix', prefix, join(folder, packed)],
    folder,
  )
  const installed = join(prefix, 'lib', 'node_modules')
  const program = join(prefix, 'bin', 'parallel-agents')
  const repository = makeRepository({ 'src/a.js': 'a\n' })

  expect(readdirSync(installed)).toEqual(['parallel-agents'])
  expect(readdirSync(join(installed, 'parallel-agents'))).not.toContain('node_modules')
  expect(run(program, ['init'], repository.folder)).toContain('parallel-agents.yml')
  expect(statSync(program).mode & 0o111).toBe(0o111)
})
