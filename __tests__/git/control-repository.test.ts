import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { openControlRepository } from '../../src/git/repository/control-repository.ts'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

let opened: Repository | undefined
afterEach(() => opened && closeRepository(opened))

async function readExcludes(variables: Record<string, string>): Promise<string> {
  opened = await openRepository(makeRepository().folder, { PATH: process.env.PATH as string, ...variables })
  return (await openControlRepository(opened, join(makeFolder(), 'harness.git'))).exclude
}

test('the home that excludes are read from is that of the environment, and there may be none', async () => {
  const home = makeFolder('home')
  mkdirSync(join(home, '.config', 'git'), { recursive: true })
  writeFileSync(join(home, '.config', 'git', 'ignore'), 'from-home\n')

  expect(await readExcludes({ HOME: home })).toContain('from-home')
  expect(await readExcludes({ XDG_CONFIG_HOME: join(home, '.config') })).toContain('from-home')
  expect(await readExcludes({})).not.toContain('from-home')
})
