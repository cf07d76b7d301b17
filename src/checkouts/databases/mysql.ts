import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../../model/plan.ts'
import { toDatabaseName, withDatabase } from './database-url.ts'
import { runProgram } from './run-program.ts'

const dumpOptions = ['--single-transaction', '--skip-lock-tables', '--routines', '--triggers', '--events']

/** Copies a database on its own server. Returns the address of the copy. */
export async function createMysql(source: URL, name: string, env: Environment): Promise<string> {
  await dropMysql(source, name, env)
  const folder = await mkdtemp(join(tmpdir(), 'parallel-agents-dump-'))
  const file = join(folder, 'dump.sql')
  try {
    await runProgram(['mariadb-dump', 'mysqldump'], {
      args: [...toConnection(source), ...dumpOptions, `--result-file=${file}`, toDatabaseName(source)],
      env: withPassword(source, env),
    })
    await mysql(source, ['--execute', `CREATE DATABASE \`${name}\``], env)
    await mysql(source, [name], env, await readFile(file, 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return withDatabase(source, name).href
}

/** A missing database is fine. */
export async function dropMysql(source: URL, name: string, env: Environment): Promise<void> {
  await mysql(source, ['--execute', `DROP DATABASE IF EXISTS \`${name}\``], env)
}

function mysql(url: URL, args: readonly string[], env: Environment, input = ''): Promise<string> {
  return runProgram(['mariadb', 'mysql'], {
    args: [...toConnection(url), '--batch', ...args],
    env: withPassword(url, env),
    input,
  })
}

/** `?socket=` names a socket instead of a port. */
function toConnection({ hostname, port, username, searchParams }: URL): string[] {
  const socket = searchParams.get('socket')
  const server = socket === null ? ['--protocol=tcp', `--host=${hostname}`] : [`--socket=${socket}`]
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
