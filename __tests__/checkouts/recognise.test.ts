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
    'dev.db': 'SQLite format 3\0',
    'Thumbs.db': 'x',
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
  test('names needs of checkouts, with the reason and the line to write, and shows no password', async () => {
    const notices = await readNotices(prepare({}))

    expect(notices).toEqual([
      'checkouts may need npm dependencies (package-lock.json): `checkout: { dependencies: auto }`',
      'checkouts may need .env (git ignores it, so no checkout has it): `checkout: { copy: [".env"] }`',
      'checkouts may need settings.local.json (git ignores it, and tracked files name it): `checkout: { copy: ["settings.local.json"] }`',
      'checkouts may need a port (server.js:1 reads PORT): `checkout: { ports: {} }`',
      'checkouts may need a SQLite database (git ignores dev.db): `checkout: { database: { sqlite: dev.db } }`',
      'checkouts may need a postgres database (.env sets APP_DB_URL): `checkout: { database: { postgres: $APP_DB_URL, url-variable: APP_DB_URL } }`',
    ])
  })

  test('finds a database in an ignored folder (Uptime Kuma)', async () => {
    const repository = makeRepository({ '.gitignore': 'plan.yml\ndata/\n' })
    writePlan(repository, { a: { script: 'true' } })
    repository.write({ 'data/kuma.db': 'SQLite format 3\0' })

    expect(await readNotices(repository)).toEqual([
      'checkouts may need a SQLite database (git ignores data/kuma.db): `checkout: { database: { sqlite: data/kuma.db } }`',
    ])
  })

  /** As they are published: what their names tell. */
  test.each([
    [
      'a blog with a lock file, whose port is in its defaults (Ghost)',
      {
        'package.json': '{ "dependencies": { "knex": "2", "mysql2": "3", "sqlite3": "5" } }',
        'yarn.lock': '',
        'core/shared/config/defaults.json': '{\n  "server": {\n    "port": 2368\n  }\n}\n',
        'core/server/data/scripts/docker.js': 'const port = process.env.MYSQL_PORT || 3306\n',
      },
      [
        'yarn dependencies (yarn.lock): `checkout: { dependencies: auto }`',
        'a port (core/shared/config/defaults.json:3 uses a fixed port: make it read PORT): `checkout: { ports: {} }`',
        'a copy of a database (package.json depends on mysql2): `checkout: { database: { mysql: $DATABASE_URL } }`',
      ],
    ],
    [
      'a server with variables of its own (Parse Server)',
      {
        'package.json': '{ "dependencies": { "mongodb": "7", "pg-promise": "12" } }',
        'lib/Options/Definitions.js': "  port: {\n    env: 'PARSE_SERVER_PORT',\n",
      },
      [
        'npm dependencies (package.json has some, and there is no lock file): `setup: npm install`',
        'a port (lib/Options/Definitions.js:2 reads PARSE_SERVER_PORT): `checkout: { ports: {}, env: { PARSE_SERVER_PORT: "{port}" } }`',
        'a copy of a database (package.json depends on mongodb, pg-promise): `checkout: { database: { create: …, drop: … } }` or `checkout: { database: { postgres: $DATABASE_URL } }`',
      ],
    ],
    [
      'a monitor that reads several variables (Uptime Kuma)',
      {
        'package.json': '{ "packageManager": "pnpm@10.1.0", "dependencies": { "express": "4" } }',
        'server/server.js':
          'const port = [args.port, process.env.UPTIME_KUMA_PORT, process.env.PORT, 3001]\n',
        'extra/demo.js': 'listen(process.env.UPTIME_KUMA_DEMO_PORT)\n',
        'test/e2e.js': 'listen(4999)\n',
      },
      [
        'pnpm dependencies (package.json has some and names pnpm@10.1.0, and there is no lock file): `setup: pnpm install`',
        'a port (server/server.js:1 reads PORT): `checkout: { ports: {} }`',
      ],
    ],
    [
      'a forum whose port is a default of its configuration (NodeBB)',
      { 'loader.js': "var port = nconf.get('port') || nconf.get('PORT') || 4567;\n" },
      ['a port (loader.js:1 uses a fixed port: make it read PORT): `checkout: { ports: {} }`'],
    ],
    [
      'a library with nothing of that',
      { 'package.json': '{}', 'index.js': 'export const reportCount = 5000\n' },
      [],
    ],
    [
      'a lock file that is not at the top',
      { 'web/package-lock.json': '{}', 'test/fixtures/yarn.lock': '', 'docs/requirements.txt': '' },
      [
        'npm dependencies of web (web/package-lock.json, which is not at the top): `setup: cd web && npm ci --no-audit --no-fund`',
      ],
    ],
    [
      'two projects in folders',
      { 'api/poetry.lock': '', 'api/requirements.txt': '', 'web/package-lock.json': '{}' },
      [
        'poetry dependencies of api (api/poetry.lock, which is not at the top) and npm dependencies of web (web/package-lock.json, which is not at the top): `setup: (cd api && poetry install --no-interaction) && (cd web && npm ci --no-audit --no-fund)`',
      ],
    ],
    [
      'a server in Rust',
      {
        'Cargo.toml': '[dependencies]\nsqlx = { version = "0.8", features = ["postgres"] }\n',
        'src/main.rs': 'let port = std::env::var("PORT");\n',
      },
      [
        'a port (src/main.rs:1 reads PORT): `checkout: { ports: {} }`',
        'a copy of a database (Cargo.toml names postgres): `checkout: { database: { postgres: $DATABASE_URL } }`',
      ],
    ],
    [
      'a server in Go',
      {
        'go.mod': 'module x\n\nrequire github.com/jackc/pgx/v5 v5.7.1\n',
        'main.go': 'http.ListenAndServe(":8080", nil)\n',
      },
      [
        'a port (main.go:1 uses a fixed port: make it read PORT): `checkout: { ports: {} }`',
        'a copy of a database (go.mod names jackc/pgx): `checkout: { database: { postgres: $DATABASE_URL } }`',
      ],
    ],
    [
      'an application in Ruby',
      { Gemfile: 'gem "rails"\ngem "pg", "~> 1.1"\n', 'Gemfile.lock': '' },
      [
        'bundler dependencies (Gemfile.lock): `checkout: { dependencies: auto }`',
        'a copy of a database (Gemfile names pg): `checkout: { database: { postgres: $DATABASE_URL } }`',
      ],
    ],
    [
      'an application in Python',
      { 'requirements.txt': 'django==5\nmysqlclient==2.2\n' },
      [
        'pip dependencies (requirements.txt): `checkout: { dependencies: auto }`',
        'a copy of a database (requirements.txt names mysqlclient): `checkout: { database: { mysql: $DATABASE_URL } }`',
      ],
    ],
    [
      'an application of Spring',
      {
        'build.gradle': "runtimeOnly 'org.postgresql:postgresql'\n",
        'src/main/resources/application.yml': 'server:\n  port: \x24{PORT:8080}\n',
      },
      [
        'a port (src/main/resources/application.yml:2 reads PORT): `checkout: { ports: {} }`',
        'a copy of a database (build.gradle names org.postgresql): `checkout: { database: { postgres: $DATABASE_URL } }`',
      ],
    ],
    [
      'a port that a script sets',
      { 'package.json': '{\n "scripts": { "dev": "next dev -p 3000" }\n}' },
      ['a port (package.json:2 uses a fixed port: make it read PORT): `checkout: { ports: {} }`'],
    ],
    [
      'a port that a container publishes',
      { 'docker-compose.yml': 'services:\n  web:\n    ports:\n      - "8080:80"\n' },
      ['a port (docker-compose.yml:4 uses a fixed port: make it read PORT): `checkout: { ports: {} }`'],
    ],
  ])('knows %s', async (_, tracked, needs) => {
    const repository = makeRepository({ '.gitignore': 'plan.yml\n', ...tracked })
    writePlan(repository, { a: { script: 'true' } })

    expect(await readNotices(repository)).toEqual(needs.map(need => `checkouts may need ${need}`))
  })

  test('names what the plan wants from the checkout of the user, but is not there', async () => {
    const repository = prepare({ copy: ['.env', '.env.locl', 'config/*.key', '!x'], link: ['nowhere'] })
    const { stdout } = await runCli(repository.folder, ['plan', '--json'])
    const { notices } = JSON.parse(stdout) as { notices: string[] }

    expect(notices.filter(text => text.startsWith('`checkout.'))).toEqual([
      '`checkout.copy` names .env.locl, config/*.key: no untracked file in your checkout matches',
      '`checkout.link` names nowhere, which is not in your checkout',
    ])
  })

  test('names nothing that the plan has', async () => {
    const checkout = { copy: ['.env', '*.local.json'], ports: {}, database: { sqlite: 'dev.db' } }

    expect(await readNotices(prepare(checkout, { setup: 'npm ci' }))).toEqual([])
  })
})
