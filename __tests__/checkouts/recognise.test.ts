import { describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const files = {
  '.gitignore': '.env*\n*.local.json\n*.db\n*.log\nplan.yml\n',
  'package-lock.json': '{}',
  'server.js': "listen(process.env.PORT)\nread('settings.local.json')\n",
}

function prepare(checkout: object, rest: object = {}): TestRepository {
  const repository = makeRepository(files)
  repository.write({
    '.env': 'APP_DB_URL="postgres://me:secret@localhost/dev"\n',
    '.env.example': 'x',
    'settings.local.json': '{}',
    'unused.local.json': '{}',
    'server.log': 'x',
    'dev.db': 'x',
  })
  writePlan(repository, { a: { script: 'true' } }, { checkout, integration: { test: 'true' }, ...rest })
  return repository
}

async function readNotices(repository: TestRepository): Promise<string[]> {
  const { stdout } = await runCli(repository.folder, ['plan', '--json'])
  return (JSON.parse(stdout) as { notices: string[] }).notices.filter(text =>
    text.startsWith('checkouts may need'),
  )
}

describe('plan', () => {
  test('names what checkouts may need, with the reason and what to write, and shows no password', async () => {
    const notices = await readNotices(prepare({}))

    expect(notices).toEqual([
      'checkouts may need dependencies of npm (there is package-lock.json): `checkout: { dependencies: auto }`',
      'checkouts may need .env (git ignores it, so no checkout has it): `checkout: { copy: [".env"] }`',
      'checkouts may need settings.local.json (git ignores it, and tracked files name it): `checkout: { copy: ["settings.local.json"] }`',
      'checkouts may need a port (server.js:1 reads PORT): `checkout: { ports: {} }`',
      'checkouts may need a database of SQLite (git ignores dev.db): `checkout: { database: { sqlite: dev.db } }`',
      'checkouts may need a database of postgres (.env sets APP_DB_URL): `checkout: { database: { postgres: $APP_DB_URL, url-variable: APP_DB_URL } }`',
    ])
  })

  test('names nothing that the plan gives', async () => {
    const checkout = { copy: ['.env', '*.local.json'], ports: {}, database: { sqlite: 'dev.db' } }

    expect(await readNotices(prepare(checkout, { setup: 'npm ci' }))).toEqual([])
  })
})
