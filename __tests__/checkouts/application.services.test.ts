import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { findMarkedProcesses } from '../../src/agents/process/marked-processes.ts'
import { listClaimed, machineFolder } from '../../src/checkouts/claims/claims.ts'
import { toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { type DatabaseServer, findPostgres, startPostgres } from '../support/database-servers.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'

/** How often the six tasks are done, and how often a run is killed. */
const times = rounds(1, 20)
const kills = rounds(2, 30)

/** Migrates its database at the start, and serves its tables. */
const server = `
const { execFileSync } = require('child_process')
const { readdirSync, readFileSync } = require('fs')
const sql = text => execFileSync('psql', ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', process.env.DATABASE_URL, '-c', text], { encoding: 'utf8', stdio: 'pipe' }).trim()
for (const file of readdirSync('migrations').sort())
  if (sql("SELECT count(*) FROM done WHERE name = '" + file + "'") === '0')
    sql(readFileSync('migrations/' + file, 'utf8') + "; INSERT INTO done VALUES ('" + file + "')")
require('http').createServer((request, response) => {
  const table = request.url.slice(1)
  try { response.end(table === 'health' ? 'ok' : sql('SELECT value FROM ' + table)) }
  catch { response.statusCode = 404; response.end('no ' + table) }
}).listen(process.env.PORT)
`
const check = `
const [, , ...tables] = process.argv
Promise.all(tables.map(async table => {
  const answer = await fetch('http://localhost:' + process.env.PORT + '/' + table)
  const text = await answer.text()
  if (text !== table) throw new Error(table + ': ' + answer.status + ' ' + text)
})).then(() => process.exit(0), error => { console.error(error.message); process.exit(1) })
`
const names = ['a', 'b', 'c', 'd', 'e', 'f']
const ports = { from: 24_000, count: 2 }

const programs = findPostgres()
const describeHere = programs === undefined ? describe.skip : describe

describeHere('six tasks that migrate the database, start the application and test it over HTTP', () => {
  let postgres: DatabaseServer

  beforeAll(async () => {
    postgres = await startPostgres(programs as string)
    postgres.query('postgres', 'CREATE DATABASE app')
    postgres.query('app', 'CREATE TABLE done (name text)')
  }, 90_000)
  afterAll(() => postgres.stop())

  function prepare(): TestRepository {
    const migration = "CREATE TABLE start (value text); INSERT INTO start VALUES ('start')"
    const repository = makeRepository({
      'server.cjs': server,
      'check.cjs': check,
      'migrations/0.sql': migration,
    })
    const tasks = names.map(name => {
      const table = `table_${name}`
      const sql = `CREATE TABLE ${table} (value text); INSERT INTO ${table} VALUES ('${table}')`
      const script = `node check.cjs start && echo "${sql}" > migrations/${name}.sql`
      return [name, { script, test: `node check.cjs start ${table}`, retries: 0 }] as const
    })
    writePlan(repository, Object.fromEntries(tasks), {
      'max-parallel': 6,
      checkout: { ports, database: { postgres: postgres.toUrl('app') } },
      services: {
        web: { command: 'exec node server.cjs', ready: 'http://localhost:{port}/health', timeout: 120 },
      },
      integration: {
        test: `node check.cjs start ${names.map(name => `table_${name}`).join(' ')}`,
        'test-parallel': 2,
        'flaky-retries': 0,
      },
    })
    return repository
  }

  const listDatabases = () =>
    postgres.query('postgres', "SELECT datname FROM pg_database WHERE datname LIKE 'pa\\_%'")

  /** What could be left on the machine. */
  async function listLeft(repository: TestRepository) {
    const inUse = (
      await Promise.all(Array.from({ length: 40 }, (_, index) => isInUse(ports.from + index)))
    ).filter(Boolean).length
    const runs = `${repository.folder}/.git/parallel-agents`
    return {
      databases: listDatabases(),
      ports: inUse,
      claims: [...(await listClaimed(machineFolder))].filter(name => name.startsWith('port-24')),
      processes: await countProcesses(repository),
      checkouts: existsSync(toCheckouts(repository)) ? readdirSync(toCheckouts(repository)) : [],
      notes: existsSync(runs)
        ? readdirSync(runs, { recursive: true }).filter(path => String(path).includes('/tasks/'))
        : [],
    }
  }

  async function countProcesses(repository: TestRepository): Promise<number> {
    const refs = repository
      .git('for-each-ref', '--format=%(refname)', 'refs/parallel-agents/*/plan')
      .split('\n')
    const runs = refs.map(ref => ref.split('/')[2] ?? '').filter(run => run !== '')
    const found = await Promise.all(runs.map(run => findMarkedProcesses({ PARALLEL_AGENTS_RUN: run })))
    return found.flat().length
  }

  const nothing = { databases: '', ports: 0, claims: [], processes: 0, checkouts: [], notes: [] }

  async function expectOnlyCheckoutsAfterClean(repository: TestRepository): Promise<void> {
    const { code } = await runCli(repository.folder, ['clean'])
    const { checkouts, notes, ...left } = await listLeft(repository)
    expect({ code, ...left }).toEqual({ code: 0, databases: '', ports: 0, claims: [], processes: 0 })
  }

  test.each(Array.from({ length: times }, (_, index) => index + 1))(
    'land together (round %i)',
    async () => {
      const repository = prepare()
      const report = await runToReport(repository)

      expect(report).toMatchObject({ status: 'landed', integration: { tests: 'passed' } })
      expect(postgres.query('app', "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'table%'")).toBe('0')
      expect(await listLeft(repository)).toEqual(nothing)
    },
    300_000,
  )

  test.each(Array.from({ length: kills }, (_, index) => index + 1))(
    'leave nothing when they are killed, after the next start, and nothing but checkouts after clean (%i)',
    async number => {
      const repository = prepare()
      const run = startCli(repository.folder, ['run'])
      const closed = untilClosed(run)
      await Promise.race([closed, sleep(1000 + ((number * 7919) % 9000))])
      run.kill('SIGKILL')
      await closed
      if (number % 2 === 0) await expectOnlyCheckoutsAfterClean(repository)
      expect((await runToReport(repository)).status).toBe('landed')

      expect(await listLeft(repository)).toEqual(nothing)
    },
    300_000,
  )
})

function isInUse(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })
}
