import { execFileSync, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import {
  type DatabaseServer,
  findMariadb,
  findPostgres,
  startMariadb,
  startPostgres,
} from '../support/database-servers.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

interface Kind {
  readonly name: string
  readonly program: string | undefined
  readonly start: (program: string) => Promise<DatabaseServer>
  /** A shell command that runs the SQL in $1 in the database of the checkout, and prints what it answers. */
  readonly shell: string
  readonly listAll: string
}

const mysqlShell =
  'url=$(echo "$DATABASE_URL" | sed "s|.*@||"); server=$(dirname "$url"); port=$(echo "$server" | sed "s|.*:||"); mariadb --no-defaults -BN -uroot -h127.0.0.1 -P"$port" "$(basename "$url")" -e "$1"'
const kinds: readonly Kind[] = [
  {
    name: 'postgres',
    program: findPostgres(),
    start: startPostgres,
    shell: 'psql -XAtq -d "$DATABASE_URL" -c "$1"',
    listAll: "SELECT datname FROM pg_database WHERE datname LIKE 'pa\\_%'",
  },
  {
    name: 'mysql',
    program: findMariadb(),
    start: startMariadb,
    shell: mysqlShell,
    listAll: "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'pa\\_%'",
  },
]

describe.each(kinds)('a database of $name', ({ name, program, start, shell, listAll }) => {
  const isThere = program !== undefined
  const only = isThere ? test : test.skip
  const root = name === 'postgres' ? 'postgres' : ''
  let server: DatabaseServer

  beforeAll(async () => {
    if (program === undefined) return
    server = await start(program)
    server.query(root, 'CREATE DATABASE app')
    server.query('app', 'CREATE TABLE items (id INT PRIMARY KEY)')
    server.query('app', 'INSERT INTO items VALUES (1)')
  }, 90_000)
  afterAll(async () => {
    if (isThere) await server.stop()
  })

  const listCopies = () => server.query(root, listAll)
  const prepare = (): TestRepository => makeRepository({ 'sql.sh': shell })
  const checkout = () => ({ database: { [name]: server.toUrl('app') } })

  only('is a copy for each task and each tree under test, and gone with them', async () => {
    const repository = prepare()
    const add = (id: number) =>
      `sh sql.sh "INSERT INTO items VALUES (${id})"; sh sql.sh "SELECT count(*) FROM items" > ${id}.txt`
    const isFresh =
      '[ "$(sh sql.sh "SELECT count(*) FROM items")" = 1 ] && sh sql.sh "INSERT INTO items VALUES (9)"'
    writePlan(
      repository,
      { a: { script: add(2) }, b: { script: add(3) } },
      { checkout: checkout(), integration: { test: `${isFresh} && [ -e 2.txt ]`, 'flaky-retries': 1 } },
    )
    const { tasks, integration } = await runToReport(repository)

    expect(repository.show(tasks.a?.branch as string, '2.txt')).toBe('2')
    expect(repository.show(tasks.b?.branch as string, '3.txt')).toBe('2')
    expect(integration.tests).toBe('passed')
    expect(server.query('app', 'SELECT count(*) FROM items')).toBe('1')
    expect(listCopies()).toBe('')
  })

  only('is copied while others are connected to it', async () => {
    const repository = prepare()
    const sql = name === 'postgres' ? 'SELECT pg_sleep(60)' : 'SELECT SLEEP(60)'
    const session = spawn('sh', ['-c', `${shell}`, 'sh', sql], {
      env: { ...process.env, DATABASE_URL: server.toUrl('app') },
      detached: true,
    })
    const ask =
      name === 'postgres'
        ? "SELECT count(*) FROM pg_stat_activity WHERE datname = 'app' AND query LIKE '%sleep(60)%' AND pid <> pg_backend_pid()"
        : "SELECT count(*) FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%'"
    while (server.query(root, ask) === '0') execFileSync('sleep', ['0.1'])
    writePlan(
      repository,
      { a: { script: 'sh sql.sh "SELECT count(*) FROM items" > a.txt' } },
      { checkout: checkout() },
    )
    const { tasks } = await runToReport(repository)
    process.kill(-(session.pid as number), 'SIGKILL')

    expect(tasks.a).toMatchObject({ outcome: 'succeeded' })
    expect(repository.show(tasks.a?.branch as string, 'a.txt')).toBe('1')
  })

  only('that a killed run left is dropped by clean', async () => {
    const repository = prepare()
    writePlan(repository, { a: { script: 'sleep 60' }, b: { script: 'sleep 60' } }, { checkout: checkout() })
    const run = startCli(repository.folder, ['run'])
    const closed = untilClosed(run)
    while (!/pa_a_/.test(listCopies())) execFileSync('sleep', ['0.1'])
    run.kill('SIGKILL')
    await closed
    const before = listCopies()
    const { code, stderr } = await runCli(repository.folder, ['clean'])

    expect(before).toMatch(/pa_a_[0-9a-f]{8}/)
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('could not be dropped')])
    expect(listCopies()).toBe('')
  })
})
