import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../../model/plan.ts'
import { toDatabaseName, withDatabase } from './database-url.ts'
import { runProgram } from './run-program.ts'

/** Copies a database on its own server. Returns the address of the copy. */
export async function createPostgres(source: URL, name: string, env: Environment): Promise<string> {
  await dropPostgres(source, name, env)
  const copy = withDatabase(source, name)
  const template = toDatabaseName(source)
  try {
    await runOnServer(source, `CREATE DATABASE "${name}" TEMPLATE ${quote(template)}`, env)
  } catch (error) {
    if (!/being accessed by other users/.test((error as Error).message)) throw error
    await dumpInto(source, name, env)
  }
  return copy.href
}

/** A missing database is fine. Ends connections to it. */
export async function dropPostgres(source: URL, name: string, env: Environment): Promise<void> {
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`
  await runOnServer(source, end, env)
  await runOnServer(source, `DROP DATABASE IF EXISTS "${name}"`, env)
}

/** A template must have no connections, but a developer's database often has. */
async function dumpInto(source: URL, name: string, env: Environment): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parallel-agents-dump-'))
  const file = join(folder, 'dump.sql')
  try {
    await runProgram(['pg_dump'], {
      args: ['-f', file, '-d', withoutPassword(source)],
      env: withPassword(source, env),
    })
    await runOnServer(source, `CREATE DATABASE "${name}" TEMPLATE template0`, env)
    await psql(withDatabase(source, name), ['-1', '-f', file], env)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** In a database that is neither copied nor dropped. */
function runOnServer(url: URL, sql: string, env: Environment): Promise<string> {
  return psql(withDatabase(url, 'postgres'), ['-c', sql], env)
}

function psql(url: URL, args: readonly string[], env: Environment): Promise<string> {
  const fixed = ['-X', '-q', '-w', '-v', 'ON_ERROR_STOP=1', '-d', withoutPassword(url)]
  return runProgram(['psql'], { args: [...fixed, ...args], env: withPassword(url, env) })
}

/** Every user of the machine can see arguments. */
function withoutPassword(url: URL): string {
  const bare = new URL(url)
  bare.password = ''
  return bare.href
}

function withPassword({ password }: URL, env: Environment): Environment {
  return {
    ...env,
    LC_MESSAGES: 'C',
    ...(password === '' ? {} : { PGPASSWORD: decodeURIComponent(password) }),
  }
}
