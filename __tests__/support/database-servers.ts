import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server of databases that runs for one test file. */
export interface DatabaseServer {
  /** The address of a database on it. */
  toUrl(database: string): string
  /** Runs SQL in a database and answers with what it printed. */
  query(database: string, sql: string): string
  stop(): Promise<void>
}

/** Servers refuse to run as root. */
const isRoot = process.getuid?.() === 0
const timeoutMilliseconds = 60_000

/** The folder that Debian keeps the programs of the newest PostgreSQL in; undefined if it is not installed. */
export function findPostgres(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? undefined : `/usr/lib/postgresql/${newest}/bin`
}

export function findMariadb(): string | undefined {
  return ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].find(path => existsSync(path))
}

export async function startPostgres(programs: string): Promise<DatabaseServer> {
  const folder = makeServerFolder('postgres')
  const port = await findPort()
  asUser('postgres', [
    `${programs}/initdb`,
    '-D',
    `${folder}/data`,
    '-U',
    'tester',
    '-A',
    'trust',
    '--no-sync',
  ])
  const options = ['-D', `${folder}/data`, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-F']
  const server = startAsUser('postgres', [`${programs}/postgres`, ...options])
  const toUrl = (database: string) => `postgresql://tester@127.0.0.1:${port}/${database}`
  const query = (database: string, sql: string) => run('psql', ['-XAtq', '-d', toUrl(database), '-c', sql])
  await untilAnswers(() => query('postgres', 'SELECT 1'))
  return { toUrl, query, stop: () => stop(server, folder) }
}

export async function startMariadb(program: string): Promise<DatabaseServer> {
  const folder = makeServerFolder('mysql')
  const port = await findPort()
  const user = isRoot ? ['--user=mysql'] : []
  run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${folder}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...user,
  ])
  const options = [
    `--datadir=${folder}/data`,
    `--port=${port}`,
    `--socket=${folder}/s`,
    `--pid-file=${folder}/pid`,
  ]
  const server = spawn(program, ['--no-defaults', ...options, '--bind-address=127.0.0.1', ...user], {
    stdio: 'ignore',
  })
  const toUrl = (database: string) => `mysql://root@127.0.0.1:${port}/${database}`
  const query = (database: string, sql: string) =>
    run('mariadb', [
      '--no-defaults',
      '-BN',
      '-uroot',
      `--socket=${folder}/s`,
      '-e',
      sql,
      ...(database === '' ? [] : [database]),
    ])
  await untilAnswers(() => query('', 'SELECT 1'))
  return { toUrl, query, stop: () => stop(server, folder) }
}

/** Short, because a socket is in it. */
function makeServerFolder(user: string): string {
  const folder = mkdtempSync(`/tmp/pa-${user}-`)
  mkdirSync(join(folder, 'data'))
  if (isRoot)
    for (const path of [folder, join(folder, 'data')]) chownSync(path, idOf(user, '-u'), idOf(user, '-g'))
  return folder
}

function idOf(user: string, option: string): number {
  return Number(run('id', [option, user]))
}

function findPort(): Promise<number> {
  const server = createServer()
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function makeUserCommand(user: string, command: readonly string[]): readonly string[] {
  return isRoot ? ['runuser', '-u', user, '--', ...command] : command
}

function asUser(user: string, command: readonly string[]): void {
  const [program = '', ...args] = makeUserCommand(user, command)
  run(program, args)
}

function startAsUser(user: string, command: readonly string[]): ChildProcess {
  const [program = '', ...args] = makeUserCommand(user, command)
  return spawn(program, args, { stdio: 'ignore', cwd: '/' })
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' }).trim()
}

async function untilAnswers(ask: () => string): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds
  for (;;) {
    try {
      ask()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(200)
    }
  }
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const closed = new Promise(resolve => server.once('close', resolve))
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await closed
  clearTimeout(timer)
  rmSync(folder, { recursive: true, force: true })
}
