import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const isInstalled = spawnSync('sqlite3', ['-version']).status === 0
const only = isInstalled ? test : test.skip

describe('a SQLite database', () => {
  only('is copied with what is only in its log, for each task and each tree under test', async () => {
    const repository = makeRepository({ '.gitignore': 'data/*.db\n' })
    repository.write({ 'data/README': '' })
    const path = join(repository.folder, 'data/dev.db')
    // The log is not merged into the file while a connection is open.
    const sql =
      'PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE items (id); INSERT INTO items VALUES (1);'
    execFileSync('sqlite3', [path], { input: `.dbconfig no_ckpt_on_close on\n${sql}` })
    const count = 'sqlite3 data/dev.db "SELECT count(*) FROM items"'
    const add = 'sqlite3 data/dev.db "PRAGMA journal_mode = WAL; INSERT INTO items VALUES (2)" > a.txt'
    writePlan(
      repository,
      { a: { script: `${add}; ${count} > a.txt` } },
      {
        checkout: { database: { sqlite: 'data/dev.db' } },
        integration: { test: `[ "$(${count})" = 1 ] && ${add} && [ -e a.txt ]` },
      },
    )
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 1 })
    expect(repository.show(tasks.a?.branch as string, 'a.txt')).toBe('2')
    expect(integration.tests).toBe('passed')
    expect(execFileSync('sqlite3', [path, 'SELECT count(*) FROM items'], { encoding: 'utf8' })).toBe('1\n')
  })
})

describe('a database that commands create', () => {
  const checkout = {
    database: {
      create: 'echo $PARALLEL_AGENTS_DATABASE >> .git/made; echo noise; echo db://$PARALLEL_AGENTS_DATABASE',
      drop: 'echo $PARALLEL_AGENTS_DATABASE >> .git/dropped',
      'url-variable': 'APP_DB',
    },
  }

  test('is reached by its variable, and is dropped afterwards', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { script: 'echo $APP_DB > a.txt' } },
      { checkout, integration: { test: 'case "$APP_DB" in db://pa_integration_*) ;; *) exit 1;; esac' } },
    )
    const { tasks, integration } = await runToReport(repository)
    const list = (name: string) => new Set(repository.read(`.git/${name}`).trim().split('\n'))

    expect(repository.show(tasks.a?.branch as string, 'a.txt')).toMatch(/^db:\/\/pa_a_[0-9a-f]{8}$/)
    expect(integration.tests).toBe('passed')
    expect(list('dropped')).toEqual(list('made'))
  })

  test('that cannot be created ends the task with its output, and is dropped anyway', async () => {
    const repository = makeRepository()
    const create = 'echo "no quota left" >&2; exit 3'
    writePlan(
      repository,
      { a: { script: 'true' } },
      { checkout: { database: { ...checkout.database, create } } },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({
      outcome: 'infrastructure-error',
      reason: expect.stringContaining('no quota left'),
    })
    expect(repository.read('.git/dropped')).toMatch(/^pa_a_/)
  })
})
