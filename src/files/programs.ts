import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import which from 'which'

/** Programs that the harness runs for itself. */
const names = [
  'git',
  'sh',
  'sleep',
  'rm',
  'find',
  'env',
  'nice',
  'chmod',
  'ps',
  'stdbuf',
  'mergiraf',
  'weave-driver',
  'bwrap',
  'sandbox-exec',
  'socat',
  'mount',
  'unshare',
  'prlimit',
  'cp',
  'du',
  'psql',
  'pg_dump',
  'mariadb',
  'mariadb-dump',
  'mysql',
  'mysqldump',
  'sqlite3',
  'gh',
  'sudo',
  'apt-get',
  'sysctl',
  'node',
  'setpriv',
  'chown',
  'ipcrm',
  'getent',
] as const

export type Program = (typeof names)[number]

/** Where programs are on any Unix: used before a repository is open. */
let folders: readonly string[] = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin']
/** The top of the current checkout: agents write below it. */
let top: string | undefined
let found: ReadonlyMap<Program, string> | undefined

/**
 * Looks up the harness's programs in PATH, once and before any agent starts: programs added to a folder of PATH later are not run.
 * Relative entries do not count, because they depend on the working directory, nor do folders in the repository.
 *
 * @param folder A folder of the repository.
 */
export function findPrograms(searchPath: string, folder: string): void {
  if (found !== undefined) return
  top = findTop(folder)
  folders = toOwnFolders(searchPath)
  found = lookUp()
}

/** Looks them up again after an installation: also before any agent starts. */
export function findInstalledPrograms(): void {
  found = lookUp()
}

/** The folders of a PATH that are outside the repository from every working directory. */
export function toOwnFolders(searchPath: string): string[] {
  return searchPath.split(delimiter).filter(entry => isAbsolute(entry) && !isInRepository(entry))
}

/** The absolute path of a program; undefined if it is not installed. */
export function tryProgram(name: Program): string | undefined {
  return (found ?? lookUp()).get(name)
}

/** Like {@link tryProgram}, for programs of every system. */
export function requireProgram(name: Program): string {
  const path = tryProgram(name)
  if (path === undefined)
    throw new Error(`${name} was not found in PATH: install it, outside of the repository`)
  return path
}

/** The top of the checkout that holds a folder, found without git. */
function findTop(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return realpathSync(place)
    if (place === dirname(place)) return realpathSync(folder)
  }
}

function isInRepository(path: string): boolean {
  return top !== undefined && `${path}/`.startsWith(`${top}/`)
}

function lookUp(): Map<Program, string> {
  const entries = names.flatMap(name => {
    const path = findInFolders(name, folders).find(candidate => !isInRepository(realpathSync(candidate)))
    return path === undefined ? [] : [[name, path] as const]
  })
  return new Map(entries)
}

/** The executable files of a name in these folders, in their order; a program with a slash is looked up at that path only. */
export function findInFolders(program: string, places: readonly string[]): readonly string[] {
  if (places.length === 0 && !isAbsolute(program)) return []
  return which.sync(program, { path: places.join(delimiter), all: true, nothrow: true }) ?? []
}
