import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'

/** Serves the rows of a database, migrated at the start. Two of them with one port or one database disturb each other. */
const server = `
const { execFileSync } = require('child_process')
const { readdirSync } = require('fs')
const sql = text => execFileSync('sqlite3', ['data/app.db', text], { encoding: 'utf8' }).trim()
for (const file of readdirSync('migrations').sort()) {
  const done = sql("SELECT count(*) FROM done WHERE name = '" + file + "'")
  if (done === '0') sql(require('fs').readFileSync('migrations/' + file, 'utf8') + "; INSERT INTO done VALUES ('" + file + "')")
}
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

const isInstalled = spawnSync('sqlite3', ['-version']).status === 0
const times = Array.from({ length: rounds(1, 3) }, (_, index) => index + 1)
const only = isInstalled ? test.each(times) : test.skip.each(times)

describe('an application with a database and a server', () => {
  only(
    'is migrated, started and tested over HTTP in six checkouts at once (round %i)',
    async () => {
      const repository = makeRepository({
        '.gitignore': 'data/\n',
        'server.cjs': server,
        'check.cjs': check,
        'migrations/0.sql': 'CREATE TABLE start (value); INSERT INTO start VALUES ("start")',
      })
      mkdirSync(join(repository.folder, 'data'))
      execFileSync('sqlite3', [join(repository.folder, 'data/app.db'), 'CREATE TABLE done (name)'])
      const names = ['a', 'b', 'c', 'd', 'e', 'f']
      const tasks = names.map(name => {
        const table = `table_${name}`
        const migration = `CREATE TABLE ${table} (value); INSERT INTO ${table} VALUES ('${table}')`
        const script = `node check.cjs start && echo "${migration}" > migrations/${name}.sql`
        return [name, { script, test: `node check.cjs start ${table}`, retries: 0 }] as const
      })
      writePlan(repository, Object.fromEntries(tasks), {
        'max-parallel': 6,
        checkout: { ports: { from: 23_000, count: 2 }, database: { sqlite: 'data/app.db' } },
        services: {
          web: { command: 'exec node server.cjs', ready: 'http://localhost:{port}/health', timeout: 60 },
        },
        integration: {
          test: `node check.cjs start ${names.map(name => `table_${name}`).join(' ')}`,
          'test-parallel': 2,
          'flaky-retries': 0,
        },
      })
      const report = await runToReport(repository)

      expect(report.status).toBe('landed')
      expect(report.integration.tests).toBe('passed')
      expect(
        execFileSync('sqlite3', [join(repository.folder, 'data/app.db'), '.tables'], { encoding: 'utf8' }),
      ).toBe('done\n')
    },
    120_000,
  )
})
