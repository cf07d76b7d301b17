import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { CheckoutSettings } from '../../model/checkout/settings.ts'
import { findManagers } from '../dependencies/managers.ts'
import { findDatabaseClients } from './database-clients.ts'
import { tryGrep } from './grep.ts'
import type { Need } from './need.ts'
import { findUnlockedDependencies } from './package-json.ts'
import { findUnlistedFiles, type Ignored, listIgnoredPaths, listInside } from './unlisted-files.ts'

/** Looks in the user's checkout for needs that the plan does not cover. These are guesses, so they are only notices. */
export async function recogniseNeeds(
  repository: Repository,
  settings: CheckoutSettings,
  setup: string | undefined,
): Promise<Need[]> {
  const ignored = await listIgnoredPaths(repository)
  const needs = await Promise.all([
    setup === undefined ? findDependencies(repository, settings) : [],
    findUnlistedFiles(repository, settings, ignored.files),
    settings.ports === undefined ? findPorts(repository) : [],
    settings.databases.length === 0 ? findDatabases(repository, ignored) : [],
  ])
  return needs.flat()
}

async function findDependencies(repository: Repository, settings: CheckoutSettings): Promise<Need[]> {
  const { root } = repository
  const locked = findLocked(root)
  if (locked.length > 0) return settings.dependencies === 'auto' ? [] : locked
  const unlocked = settings.dependencies === 'auto' ? [] : findUnlockedDependencies(root)
  return unlocked.length > 0 ? unlocked : findLockedBelow(repository)
}

/** Projects in folders, which are not installed by themselves. */
async function findLockedBelow({ place }: Repository): Promise<Need[]> {
  const paths = (await tryGit(place, ['ls-files', '-z', '--', ':(top)'])).stdout.split('\0')
  const isInProject = (path: string) =>
    !/(^|\/)(test|tests|__tests__|fixtures|examples?|vendor|node_modules)\//.test(path)
  const known = new Set(paths.filter(isInProject))
  const folders = new Set([...known].filter(path => path.includes('/')).map(path => dirname(path)))
  const projects = [...folders].flatMap(folder =>
    findManagers(name => known.has(`${folder}/${name}`)).flatMap(({ manager, lockFile }) =>
      manager.install === undefined || manager.name === 'pip'
        ? []
        : [{ folder, lockFile, name: manager.name, install: `cd ${folder} && ${manager.install}` }],
    ),
  )
  const named = projects.slice(0, mostProjects)
  const [first] = named
  if (first === undefined) return []
  const toWhy = ({ folder, lockFile }: typeof first) => `${folder}/${lockFile}, which is not at the top`
  const toWhat = ({ folder, name }: typeof first) => `${name} dependencies of ${folder}`
  const before = named.slice(0, -1).map(project => `${toWhat(project)} (${toWhy(project)}) and `)
  const last = named.at(-1) ?? first
  const setups = named.map(({ install }) => (named.length === 1 ? install : `(${install})`))
  return [
    { what: `${before.join('')}${toWhat(last)}`, why: toWhy(last), write: `setup: ${setups.join(' && ')}` },
  ]
}

function findLocked(root: string): Need[] {
  return findManagers(file => existsSync(join(root, file)))
    .filter(({ manager }) => manager.install !== undefined)
    .slice(0, 1)
    .map(({ manager, lockFile }) => ({
      what: `${manager.name} dependencies`,
      why: lockFile,
      write: 'checkout: { dependencies: auto }',
    }))
}

const mostProjects = 5

/** Common port variables, then names specific to a project. */
const portPatterns = [
  String.raw`process\.env\.PORT\b|environ(\.get\(|\[)["']PORT["']|Getenv\("PORT"\)|env::var\("PORT"\)|\$\{PORT[:}]|ENV(\.fetch\(|\[)["']PORT["']`,
  String.raw`process\.env\.[A-Z_]+_PORT\b|env: ?["'][A-Z_]*PORT["']`,
]
/** A fixed port, which all checkouts would try to use. */
const fixedPortPattern = String.raw`(^|[^A-Za-z_-])["']?port["']?[:=] *["']?[1-9][0-9]{3,4}\b|listen\([1-9][0-9]{3,4}\b|\bport\b.*(\|\||\?\?) *["']?[1-9][0-9]{3,4}\b|ListenAndServe\("[^"]*:[1-9][0-9]{3,4}"|(next|vite|serve|nuxt|astro|webpack)\b[^"]* (-p|--port)[ =]?[1-9][0-9]{3,4}\b|^ *- *["']?[1-9][0-9]{3,4}:[1-9][0-9]{1,4}["']? *$`
/** Ports of servers that an application connects to. */
const foreignNumber = /\b(?:1433|1521|3306|33060|5432|5672|6379|9092|9200|11211|27017)\b/
const foreignPort =
  /(?:^|_)(?:DB|DATABASE|MYSQL|MARIADB|MSSQL|PG|POSTGRES(?:QL)?|MONGO(?:DB)?|REDIS|MEMCACHED?|SMTP|E?MAIL|AMQP|RABBITMQ|KAFKA|ELASTIC(?:SEARCH)?|LDAP|PROXY)_PORT$/

async function findPorts(repository: Repository): Promise<Need[]> {
  for (const pattern of portPatterns) {
    const place = await tryGrep(repository, pattern, text => listPorts(text).length > 0)
    if (place !== undefined) return [toPortNeed(place.text, place.path)]
  }
  const fixed = await tryGrep(
    repository,
    fixedPortPattern,
    text => !/_PORT\b/.test(text) && !foreignNumber.test(text),
  )
  return fixed === undefined
    ? []
    : [
        {
          what: 'a port',
          why: `${fixed.path} uses a fixed port: make it read PORT`,
          write: 'checkout: { ports: {} }',
        },
      ]
}

/** Some applications read a variable of their own. */
function toPortNeed(text: string, path: string): Need {
  const names = listPorts(text)
  const name = names.includes('PORT') ? 'PORT' : (names[0] ?? 'PORT')
  const env = name === 'PORT' ? '' : `, env: { ${name}: "{port}" }`
  return { what: 'a port', why: `${path} reads ${name}`, write: `checkout: { ports: {}${env} }` }
}

/** The variables of a line that hold ports of the application itself. */
function listPorts(text: string): string[] {
  const names: readonly string[] = text.match(/\b(?:[A-Z_]+_)?PORT\b/g) ?? []
  return names.filter(name => !foreignPort.test(name))
}

const urlPattern =
  /^(?:export\s+)?([A-Z_]*(?:DATABASE|DB|POSTGRES|MYSQL)[A-Z_]*)=["']?(postgres(?:ql)?|mysql|mariadb):\/\//m

async function findDatabases(repository: Repository, { files, folders }: Ignored): Promise<Need[]> {
  const file = [...files, ...listInside(repository, folders)].find(path => isSqlite(repository, path))
  const sqlite = {
    what: 'a SQLite database',
    why: `git ignores ${file}`,
    write: `checkout: { database: { sqlite: ${file} } }`,
  }
  const servers = files
    .filter(path => /(^|\/)\.env/.test(path))
    .flatMap(path => readServerNeeds(repository, path))
    .slice(0, 1)
  const found = [...(file === undefined ? [] : [sqlite]), ...servers]
  return found.length > 0 ? found : findDatabaseClients(repository.root)
}

/** Other programs use such file names, too. */
function isSqlite({ root }: Repository, path: string): boolean {
  const isNamed = /\.(db|sqlite3?)$/.test(path)
  return isNamed && readPlainText(join(root, path), sqliteHead.length) === sqliteHead
}

const sqliteHead = 'SQLite format 3'

/** The address may hold a password, so it is not shown. */
function readServerNeeds({ root }: Repository, path: string): Need[] {
  const [, variable, scheme = ''] = urlPattern.exec(readPlainText(join(root, path))) ?? []
  if (variable === undefined) return []
  const kind = scheme.startsWith('postgres') ? 'postgres' : 'mysql'
  const more = variable === 'DATABASE_URL' ? '' : `, url-variable: ${variable}`
  return [
    {
      what: `a ${kind} database`,
      why: `${path} sets ${variable}`,
      write: `checkout: { database: { ${kind}: $${variable}${more} } }`,
    },
  ]
}
