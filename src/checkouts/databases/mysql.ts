import { join } from 'node:path'
import type { Environment } from '../../model/plan.ts'
import { makeTemporaryFolder } from '../claims/temporary-folder.ts'
import { toDatabaseName, withDatabase } from './database-url.ts'
import { runProgram } from './run-program.ts'

const dumpOptions = ['--single-transaction', '--skip-lock-tables', '--routines', '--triggers', '--events']

/** Copies a database on its own server. Returns the address of the copy. */
export async function createMysql(source: URL, name: string, env: Environment): Promise<string> {
  await dropMysql(source, name, env)
  const folder = await makeTemporaryFolder(env, `dump-${name}`)
  const file = join(folder.path, 'dump.sql')
  try {
    await runProgram(['mariadb-dump', 'mysqldump'], {
      args: [
        ...toConnection(source),
        ...dumpOptions,
        '--hex-blob',
        `--result-file=${file}`,
        toDatabaseName(source),
      ],
      env: withPassword(source, env),
    })
    await mysql(source, ['--execute', await writeCreation(source, name, env)], env)
    await mysql(source, [name], env, file)
  } finally {
    await folder.remove()
  }
  return withDatabase(source, name).href
}

/** A missing database is fine. */
export async function dropMysql(source: URL, name: string, env: Environment): Promise<void> {
  await mysql(source, ['--execute', `DROP DATABASE IF EXISTS \`${name}\``], env)
}

/** A creation with the character set of the source, which tables of later migrations get: the server's may differ. */
async function writeCreation(source: URL, name: string, env: Environment): Promise<string> {
  const facts =
    "SELECT CONCAT('CHARACTER SET ', default_character_set_name, ' COLLATE ', default_collation_name)" +
    ` FROM information_schema.schemata WHERE schema_name = '${toDatabaseName(source).replace(/['\\]/g, '\\$&')}'`
  return `CREATE DATABASE \`${name}\` ${await mysql(source, ['--skip-column-names', '--execute', facts], env)}`
}

function mysql(url: URL, args: readonly string[], env: Environment, inputFile?: string): Promise<string> {
  return runProgram(['mariadb', 'mysql'], {
    args: [...toConnection(url), '--batch', ...args],
    env: withPassword(url, env),
    ...(inputFile === undefined ? {} : { inputFile }),
  })
}

/** `?socket=` names a socket instead of a port. */
function toConnection({ hostname, port, username, searchParams }: URL): string[] {
  const socket = searchParams.get('socket')
  const host = hostname.replace(/^\[(.*)\]$/, '$1') // the address has IPv6 in brackets
  const server = socket === null ? ['--protocol=tcp', `--host=${host}`] : [`--socket=${socket}`]
  return [
    ...server,
    ...(port === '' ? [] : [`--port=${port}`]),
    ...(username === '' ? [] : [`--user=${decodeURIComponent(username)}`]),
  ]
}

/** Every user of the machine can see arguments. */
function withPassword({ password }: URL, env: Environment): Environment {
  return password === '' ? env : { ...env, MYSQL_PWD: decodeURIComponent(password) }
}
