import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { requireUrl } from '../../src/checkouts/databases/database-url.ts'
import { CheckoutDatabases } from '../../src/checkouts/databases/databases.ts'
import { createDatabase } from '../../src/checkouts/databases/server-database.ts'
import type { RunContext } from '../../src/run/run-context.ts'
import { makeFolder } from '../support/repository.ts'

describe('a command that creates a database', () => {
  const create = (script: string) =>
    createDatabase({ kind: 'commands', create: script, drop: 'true', variable: 'DATABASE_URL' }, 'pa_test', {
      root: makeFolder('root'),
      env: { PATH: process.env.PATH ?? '' },
    })

  test('answers with the last line that it prints', async () => {
    const script = 'echo one; echo "$PARALLEL_AGENTS_DATABASE-address"; echo; echo done >&2'
    expect(await create(script)).toBe('pa_test-address')
  })

  test('may leave a process at work that keeps its output open, such as a server', async () => {
    const started = performance.now()
    expect(await create('sleep 8 & echo address')).toBe('address')
    expect(performance.now() - started).toBeLessThan(6000)
  })

  test('is refused if it prints no address', async () => {
    await expect(create('echo done >&2')).rejects.toThrow('`create` printed no address')
  })

  test('is quoted where it fails', async () => {
    await expect(create('echo no quota >&2; exit 3')).rejects.toThrow('no quota')
    await expect(create('exit 3')).rejects.toThrow('exit code 3')
    await expect(create('kill -9 $$')).rejects.toThrow('it was killed by SIGKILL')
  })
})

describe('the address of a database', () => {
  test.each([
    ['postgres', 'postgresql://me@127.0.0.1:1/dev'],
    ['mysql', 'mysql://me@127.0.0.1:1/dev'],
    ['postgres', 'postgresql://me:100%@127.0.0.1:1/dev'],
  ] as const)('of %s leaves nothing to be dropped where it does not work: %s', async (kind, url) => {
    const state = makeFolder('state')
    const context = {
      plan: { checkout: { databases: [{ kind, url, variable: 'DATABASE_URL' }] } },
      paths: { state },
      repository: { root: state, env: { PATH: process.env.PATH ?? '' } },
      emit: () => {},
    }
    const databases = new CheckoutDatabases(context as unknown as RunContext, 'a-1')

    await expect(databases.create()).rejects.toThrow('no database for a-1: ')
    expect(readdirSync(state, { recursive: true })).toEqual([])
  })

  test.each(['postgresql://me:100%@localhost/dev', 'postgresql://me:a#b@localhost/dev'])(
    'says how to write its password: %s',
    address => {
      expect(() => requireUrl('$URL', { URL: address })).toThrow(/names \$URL, .*in a password, write .*%25/)
    },
  )
})
