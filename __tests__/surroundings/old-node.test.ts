import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { makeFolder } from '../support/repository.ts'

test('an old version of node only gets a message with the version that is needed', () => {
  const old = join(makeFolder('old'), 'old.cjs')
  writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`)
  const { status, stderr } = spawnSync(process.execPath, ['--require', old, cliBundle, '--version'], {
    encoding: 'utf8',
  })

  expect(status).toBe(3)
  expect(stderr).toMatch(/^parallel-agents needs Node 20 or later: .*\n$/)
})
