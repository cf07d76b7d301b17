import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { CheckoutSettings } from '../../model/checkout/settings.ts'
import { findManagers } from '../dependencies/managers.ts'
import { tryGrep } from './grep.ts'
import type { Need } from './need.ts'
import { findUnlistedFiles, listIgnoredFiles } from './unlisted-files.ts'

/** Looks in the user's checkout for what checkouts need and the plan does not give them. It is a guess, so it is only said. */
export async function recogniseNeeds(
  repository: Repository,
  settings: CheckoutSettings,
  setup: string | undefined,
): Promise<Need[]> {
  const ignored = await listIgnoredFiles(repository)
  const needs = await Promise.all([
    settings.dependencies === 'auto' || setup !== undefined ? [] : findDependencies(repository),
    findUnlistedFiles(repository, settings, ignored),
    settings.ports === undefined ? findPorts(repository) : [],
    settings.databases.length === 0 ? findDatabases(repository, ignored) : [],
  ])
  return needs.flat()
}

function findDependencies({ root }: Repository): Need[] {
  return findManagers(file => existsSync(join(root, file)))
    .filter(({ manager }) => manager.install !== undefined)
    .slice(0, 1)
    .map(({ manager, lockFile }) => ({
      what: `dependencies of ${manager.name}`,
      why: `there is ${lockFile}`,
      write: 'checkout: { dependencies: auto }',
    }))
}

const portPattern = String.raw`process\.env\.PORT\b|environ(\.get\(|\[)["']PORT["']|Getenv\("PORT"\)|ENV(\.fetch\(|\[)["']PORT["']`

async function findPorts(repository: Repository): Promise<Need[]> {
  const found = await tryGrep(repository, portPattern)
  return found === undefined
    ? []
    : [{ what: 'a port', why: `${found} reads PORT`, write: 'checkout: { ports: {} }' }]
}

const urlPattern =
  /^(?:export\s+)?([A-Z_]*(?:DATABASE|DB|POSTGRES|MYSQL)[A-Z_]*)=["']?(postgres(?:ql)?|mysql|mariadb):\/\//m

async function findDatabases(repository: Repository, ignored: readonly string[]): Promise<Need[]> {
  const file = ignored.find(path => /\.(db|sqlite3?)$/.test(path))
  const sqlite = {
    what: 'a database of SQLite',
    why: `git ignores ${file}`,
    write: `checkout: { database: { sqlite: ${file} } }`,
  }
  const servers = ignored
    .filter(path => /(^|\/)\.env/.test(path))
    .flatMap(path => toServerNeed(repository, path))
    .slice(0, 1)
  return [...(file === undefined ? [] : [sqlite]), ...servers]
}

/** The address itself may hold a password, and is not shown. */
function toServerNeed({ root }: Repository, path: string): Need[] {
  const [, variable, scheme = ''] = urlPattern.exec(readPlainText(join(root, path))) ?? []
  if (variable === undefined) return []
  const kind = scheme.startsWith('postgres') ? 'postgres' : 'mysql'
  const more = variable === 'DATABASE_URL' ? '' : `, url-variable: ${variable}`
  return [
    {
      what: `a database of ${kind}`,
      why: `${path} sets ${variable}`,
      write: `checkout: { database: { ${kind}: $${variable}${more} } }`,
    },
  ]
}
