import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'

/** The address from the plan, or from the variable that the plan names. */
export function requireUrl(text: string, env: Environment): URL {
  const name = /^\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$/.exec(text)?.[1]
  const given = name === undefined ? text : env[name]
  const where = name === undefined ? withoutUser(text) : `$${name}`
  if (given === undefined || given === '')
    throw new RefusedError(
      `\`checkout.database\` names ${where}, which is not set: set it to the address of the database`,
    )
  const url = tryParse(given)
  if (url === undefined)
    throw new RefusedError(
      `\`checkout.database\` names ${where}, which is not an address such as postgresql://user@localhost/name (in a password, write %25 for %, %23 for #, %2F for /, %40 for @)`,
    )
  if (toDatabaseName(url) === '')
    throw new RefusedError(
      `\`checkout.database\` names ${where}, which lacks the name of a database: postgresql://user@localhost/name`,
    )
  return url
}

/** An error must not show a password. */
function withoutUser(text: string): string {
  return text.replace(/:\/\/.*@/, '://…@')
}

/** Clients allow an address without a server if a parameter names a socket: `postgresql://me@/dev?host=/run/postgresql`. */
function tryParse(text: string): URL | undefined {
  try {
    const url = new URL(text.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#]+@)(?=\/)/i, '$1localhost'))
    decodeURIComponent(`${url.username}${url.password}${url.pathname}`)
    return url
  } catch {
    return undefined
  }
}

/** The name of the database in an address. */
export function toDatabaseName(url: URL): string {
  return decodeURIComponent(url.pathname.replace(/^\//, ''))
}

/** The same server with a different database. */
export function withDatabase(url: URL, name: string): URL {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other
}
