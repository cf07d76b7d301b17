import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { Need } from './need.ts'
import { listDependencies } from './package-json.ts'

type Server = 'postgres' | 'mysql' | 'other'

const packages: Readonly<Record<string, Server>> = {
  pg: 'postgres',
  postgres: 'postgres',
  'pg-promise': 'postgres',
  mysql: 'mysql',
  mysql2: 'mysql',
  mariadb: 'mysql',
  mongodb: 'other',
  mongoose: 'other',
}

const python =
  /^[^#\n]*?\b(?:(psycopg2?(?:-binary|-pool)?|asyncpg)|(mysqlclient|pymysql|aiomysql|asyncmy))\b/im
const java = /(org\.postgresql)|(mysql-connector-j(?:ava)?|mariadb-java-client)/

/** Manifests of other languages: the first group of a pattern is a client of PostgreSQL, the second one of MySQL. */
const manifests: readonly (readonly [file: string, client: RegExp])[] = [
  ['requirements.txt', python],
  ['pyproject.toml', python],
  ['Gemfile', /^\s*gem\s+["'](?:(pg)|(mysql2|trilogy))["']/m],
  ['go.mod', /\bgithub\.com\/(?:(lib\/pq|jackc\/pgx)|(go-sql-driver\/mysql))\b/],
  ['Cargo.toml', /^[^#\n]*?\b(?:(tokio-postgres|postgres)|(mysql_async|mysql))\b/m],
  ['composer.json', /"(?:(ext-pdo_pgsql|ext-pgsql)|(ext-pdo_mysql|ext-mysqli))"/],
  ['pom.xml', java],
  ['build.gradle', java],
  ['build.gradle.kts', java],
]

const settings = {
  postgres: '{ postgres: $DATABASE_URL }',
  mysql: '{ mysql: $DATABASE_URL }',
  other: '{ create: …, drop: … }',
}

/** Databases that the application may use, without an address. */
export function findDatabaseClients(root: string): Need[] {
  const names = listDependencies(root).filter(name => Object.hasOwn(packages, name))
  if (names.length > 0)
    return [
      toNeed(
        `package.json depends on ${names.join(', ')}`,
        names.map(name => packages[name] as Server),
      ),
    ]
  for (const [file, client] of manifests) {
    const [, postgres, mysql] = client.exec(readPlainText(join(root, file))) ?? []
    const name = postgres ?? mysql
    if (name !== undefined)
      return [toNeed(`${file} names ${name}`, [postgres === undefined ? 'mysql' : 'postgres'])]
  }
  return []
}

function toNeed(why: string, servers: readonly Server[]): Need {
  const write = [...new Set(servers)].map(server => `\`checkout: { database: ${settings[server]} }\``)
  return { what: 'a copy of a database', why, write: write.join(' or ').slice(1, -1) }
}
