import type { Environment } from '../../model/plan.ts'
import { withDatabase } from './database-url.ts'
import { runProgram } from './run-program.ts'

/** Parameters for the client of PostgreSQL. Others are for the application, and the client refuses them. */
const clientParameter =
  /^(?:host|hostaddr|port|user|passfile|connect_timeout|client_encoding|options|keepalives\w*|tcp_user_timeout|ssl\w*|gss\w*|krbsrvname|require_?auth|requirepeer|channel_binding|service|target_session_attrs)$/

/** Runs SQL in a database that is neither copied nor dropped. */
export function runOnServer(url: URL, sql: string, env: Environment): Promise<string> {
  return psql(withDatabase(url, 'postgres'), ['-c', sql], env)
}

export function psql(url: URL, args: readonly string[], env: Environment): Promise<string> {
  const fixed = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-d', toClientAddress(url)]
  return runProgram(['psql'], { args: [...fixed, ...args], env: withPassword(url, env) })
}

export function pgDump(url: URL, args: readonly string[], env: Environment): Promise<string> {
  return runProgram(['pg_dump'], {
    args: [...args, '-w', '-d', toClientAddress(url)],
    env: withPassword(url, env),
  })
}

/** The address as psql reads it, without the password: every user of the machine can see arguments. */
function toClientAddress(url: URL): string {
  const bare = new URL(url.href.replace(/^[a-z0-9+.-]+:/i, 'postgresql:'))
  bare.password = ''
  for (const name of [...bare.searchParams.keys()])
    if (!clientParameter.test(name) || name === 'sslpassword') bare.searchParams.delete(name)
  if (bare.searchParams.get('sslmode') === 'no-verify') bare.searchParams.set('sslmode', 'require')
  bare.search = bare.search.replaceAll('+', '%20') // libpq reads a plus as itself
  return bare.href
}

function withPassword(url: URL, env: Environment): Environment {
  const password = decodeURIComponent(url.password) || (url.searchParams.get('password') ?? '')
  return { ...env, LC_MESSAGES: 'C', ...(password === '' ? {} : { PGPASSWORD: password }) }
}
