import { join } from 'node:path'
import type { Environment } from '../../model/plan.ts'
import { makeTemporaryFolder } from '../claims/temporary-folder.ts'
import { toDatabaseName, withDatabase } from './database-url.ts'
import { pgDump, psql, runOnServer } from './postgres-client.ts'

/** Others are connected to the template, or it belongs to another role. */
const needsDump = /being accessed by other users|permission denied to copy database/

/** Copies a database on its own server. Returns the address of the copy. */
export async function createPostgres(source: URL, name: string, env: Environment): Promise<string> {
  await dropPostgres(source, name, env)
  const template = toDatabaseName(source)
  try {
    await runOnServer(source, `CREATE DATABASE "${name}" TEMPLATE ${quoteName(template)}`, env)
  } catch (error) {
    if (!needsDump.test((error as Error).message)) throw error
    await dumpInto(source, name, env)
  }
  await copySettings(source, name, env)
  return withDatabase(source, name).href
}

/**
 * A missing database is fine. Ends connections to it, and a creation that a killed run left: the server goes on with it without its
 * client.
 */
export async function dropPostgres(source: URL, name: string, env: Environment): Promise<void> {
  const end = `DO $$ BEGIN FOR i IN 1..100 LOOP
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND (datname = '${name}' OR query LIKE 'CREATE DATABASE "${name}"%' AND state = 'active');
    EXIT WHEN NOT FOUND;
    PERFORM pg_sleep(0.1), pg_stat_clear_snapshot();
  END LOOP; END $$`
  await runOnServer(source, end, env)
  await runOnServer(source, `DROP DATABASE IF EXISTS "${name}"`, env)
}

async function dumpInto(source: URL, name: string, env: Environment): Promise<void> {
  const folder = await makeTemporaryFolder(env, `dump-${name}`)
  const file = join(folder.path, 'dump.sql')
  try {
    const role = await runOnServer(source, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user', env)
    // Only superusers may make others the owners.
    const owners = role.trim() === 't' ? [] : ['--no-owner']
    await pgDump(source, [...owners, '-f', file], env)
    await runOnServer(source, await writeCreation(source, name, env), env)
    await psql(withDatabase(source, name), ['-1', '-f', file], env)
  } finally {
    await folder.remove()
  }
}

/** A creation with the encoding and the locale of the source: the server's may differ. */
async function writeCreation(source: URL, name: string, env: Environment): Promise<string> {
  const facts = `SELECT format('ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_encoding_to_char(encoding), datcollate, datctype)
    FROM pg_database WHERE datname = ${quoteText(toDatabaseName(source))}`
  return `CREATE DATABASE "${name}" TEMPLATE template0 ${(await runOnServer(source, facts, env)).trim()}`
}

/** What `ALTER DATABASE … SET` has set, such as a search path, is no part of a copy. */
async function copySettings(source: URL, name: string, env: Environment): Promise<void> {
  const lists = 'search_path|temp_tablespaces|\\w+_preload_libraries'
  const statements = await runOnServer(
    source,
    `SELECT format('ALTER DATABASE %I SET %s TO %s;', '${name}', split[1],
      CASE WHEN split[1] ~ '^(${lists})$' THEN coalesce(nullif(split[2], ''), '''''') ELSE quote_literal(split[2]) END)
    FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase, unnest(setconfig) line,
      regexp_match(line, '^([^=]+)=(.*)$') split
    WHERE setrole = 0 AND datname = ${quoteText(toDatabaseName(source))}`,
    env,
  )
  if (statements.trim() !== '') await runOnServer(source, statements, env)
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
