import { execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { requireUrl } from '../../src/checkouts/databases/database-url.ts'
import { createMysql, dropMysql } from '../../src/checkouts/databases/mysql.ts'
import { createPostgres, dropPostgres } from '../../src/checkouts/databases/postgres.ts'
import { runCli, startCli, untilClosed } from '../support/cli.ts'
import {
  type DatabaseServer,
  findMariadb,
  findPostgres,
  startMariadb,
  startPostgres,
} from '../support/database-servers.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const env = { PATH: process.env.PATH as string, TMPDIR: makeFolder('tmp') }
const postgres = findPostgres()
const mariadb = findMariadb()

const describePostgres = postgres === undefined ? describe.skip : describe
describePostgres('a copy of a PostgreSQL database', () => {
  let server: DatabaseServer

  beforeAll(async () => {
    server = await startPostgres(postgres as string)
    server.query('postgres', 'CREATE DATABASE app')
    server.query('app', 'CREATE TABLE items (id INT)')
    server.query('app', 'INSERT INTO items VALUES (1)')
    server.query('postgres', `CREATE ROLE weak LOGIN CREATEDB PASSWORD 'a b$#/1'`)
    server.query('app', 'GRANT SELECT ON items TO weak')
  }, 90_000)
  afterAll(() => server.stop())

  const copy = (address: string, name: string) => createPostgres(requireUrl(address, {}), name, env)
  const count = (name: string) => server.query(name, 'SELECT count(*) FROM items')

  test('keeps parameters and a scheme that only the application understands', async () => {
    const address = `${server.toUrl('app')}?schema=public&application_name=x`
    await expect(copy(address, 'pa_parameters')).resolves.toBe(
      `${server.toUrl('pa_parameters')}?schema=public&application_name=x`,
    )
    await copy(server.toUrl('app').replace('postgresql:', 'postgresql+psycopg2:'), 'pa_scheme')

    expect([count('pa_parameters'), count('pa_scheme')]).toEqual(['1', '1'])
  })

  test('is reached through a socket that a parameter names', async () => {
    const [, port] = /:(\d+)\//.exec(server.toUrl('app')) ?? []
    const folder = readdirSync('/tmp').find(
      name => name.startsWith('pa-postgres-') && existsSync(join('/tmp', name, `.s.PGSQL.${port}`)),
    )
    await copy(`postgresql://tester@/app?host=/tmp/${folder}&port=${port}`, 'pa_socket')

    expect(count('pa_socket')).toBe('1')
  })

  test('is made by a role that may only read the source', async () => {
    const address = server.toUrl('app').replace('tester@', 'weak:a%20b%24%23%2F1@')
    await copy(address, 'pa_weak')

    expect(count('pa_weak')).toBe('1')
    expect(server.query('pa_weak', "SELECT tableowner FROM pg_tables WHERE tablename = 'items'")).toBe('weak')
  })

  test('has the settings of the source', async () => {
    server.query('postgres', "ALTER DATABASE app SET search_path = app, 'public'")
    server.query('postgres', "ALTER DATABASE app SET timezone = 'Asia/Tokyo'")
    await copy(server.toUrl('app'), 'pa_settings')
    server.query('postgres', 'ALTER DATABASE app RESET ALL')

    expect(server.query('pa_settings', 'SHOW search_path')).toBe('app, public')
    expect(server.query('pa_settings', 'SHOW timezone')).toBe('Asia/Tokyo')
  })

  test('has the locale of the source where it is in use', async () => {
    server.query(
      'postgres',
      "CREATE DATABASE narrow TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'",
    )
    const session = spawn('psql', ['-d', server.toUrl('narrow'), '-c', 'SELECT pg_sleep(60)'])
    const isUsed = () =>
      server.query('postgres', "SELECT 1 FROM pg_stat_activity WHERE datname = 'narrow'") === '1'
    while (!isUsed()) await sleep(50)
    await copy(server.toUrl('narrow'), 'pa_narrow')
    session.kill()

    const ask =
      "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = 'pa_narrow'"
    expect(server.query('postgres', ask)).toBe('SQL_ASCII|C')
  })

  test('that a killed run is still creating is dropped', async () => {
    server.query('app', 'CREATE TABLE many AS SELECT i, md5(i::text) FROM generate_series(1, 1500000) i')
    server.query('app', 'CHECKPOINT')
    const run = execFile('psql', [
      '-d',
      server.toUrl('postgres'),
      '-c',
      'CREATE DATABASE "pa_late" TEMPLATE app',
    ])
    const isCreating = () =>
      server.query(
        'postgres',
        `SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'CREATE DATABASE "pa_late"%'`,
      )
    while (isCreating() === '0') await sleep(5)
    run.kill('SIGKILL')
    await dropPostgres(requireUrl(server.toUrl('app'), {}), 'pa_late', env)
    while (isCreating() !== '0') await sleep(50)

    expect(server.query('postgres', "SELECT count(*) FROM pg_database WHERE datname = 'pa_late'")).toBe('0')
  })

  test('needs the name of the source, and its error shows no password', async () => {
    expect(() => requireUrl('postgresql://me:hidden@localhost', {})).toThrow(/postgresql.*lacks the name/)
    expect(() => requireUrl('postgresql://me:hidden@local host:x/dev', {})).not.toThrow(/hidden/)
  })
})

const describeMariadb = mariadb === undefined ? describe.skip : describe
describeMariadb('a copy of a MySQL database', () => {
  let server: DatabaseServer

  beforeAll(async () => {
    server = await startMariadb(mariadb as string)
    server.query('', 'CREATE DATABASE app CHARACTER SET latin1')
    server.query('app', 'CREATE TABLE items (data BLOB, name VARCHAR(9))')
    server.query('app', "INSERT INTO items VALUES (x'FF00FE80', x'E9')")
  }, 90_000)
  afterAll(() => server.stop())

  test('has the same bytes and the same character set', async () => {
    await createMysql(requireUrl(server.toUrl('app'), {}), 'pa_bytes', env)

    expect(server.query('pa_bytes', 'SELECT hex(data), hex(name) FROM items')).toBe('FF00FE80\tE9')
    const ask =
      "SELECT default_character_set_name FROM information_schema.schemata WHERE schema_name = 'pa_bytes'"
    expect(server.query('', ask)).toBe('latin1')
  })

  test('of a server that has an IPv6 address is dropped there', async () => {
    const address = requireUrl(server.toUrl('app').replace('127.0.0.1', '[::1]'), {})

    await expect(dropMysql(address, 'pa_six', env)).rejects.toThrow(/Can't connect to server on '::1'/)
  })

  test('leaves no dump where the run was killed', async () => {
    const programs = makeFolder('programs')
    const program = join(programs, 'mariadb-dump')
    const last =
      'for option; do case $option in --result-file=*) file=$(echo "$option" | cut -d= -f2);; esac; done'
    writeFileSync(program, `#!/bin/sh\n${last}; echo rows > "$file"; exec sleep 20`)
    chmodSync(program, 0o755)
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { script: 'true' } },
      { checkout: { database: { mysql: server.toUrl('app') } } },
    )
    const variables = { PATH: `${programs}:${env.PATH}`, TMPDIR: makeFolder('tmp') }
    const run = startCli(repository.folder, ['run'], { env: variables })
    const closed = untilClosed(run)
    const isDumped = () => listFiles(variables.TMPDIR).some(path => path.endsWith('dump.sql'))
    while (!isDumped()) await sleep(50)
    run.kill('SIGKILL')
    await closed
    await runCli(repository.folder, ['clean'], { env: variables })

    expect(listFiles(variables.TMPDIR)).toEqual([expect.stringMatching(/^parallel-agents-\w+$/)])
  })
})

const listFiles = (folder: string) => readdirSync(folder, { recursive: true }).map(String)
