import { execFileSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { tryProgram } from '../../files/programs.ts'
import { userRange } from './user-command.ts'
import { removeLeft, takeFromUser } from './user-files.ts'
import { endUserProcesses, listUserProcesses } from './user-processes.ts'

/** Claims of all runs of this machine. Only root can write there: what an agent claims must not count. */
const claimsFolder = '/run/parallel-agents.users'

const separator = '~'
const reaping = 'reaped-by-'
const claimSchema = z.object({
  pid: z.number().int(),
  /** When the process started, in ticks since the machine did. */
  started: z.string(),
  /** Where files of the user are. */
  folders: z.array(z.string()),
})
type Claim = z.output<typeof claimSchema>

/** A user id that no other run has until it is released. */
export interface ClaimedUser {
  readonly user: number
  /** Ends its processes and takes its files back. If some still run, the id is not used again before they have ended. */
  release(): Promise<void>
}

/** Claims an id without an account and without processes. Ids that crashed runs have left are cleaned up and freed first. */
export async function claimUser(folders: readonly string[]): Promise<ClaimedUser> {
  openFolder()
  await freeLeftUsers()
  const count = userRange.last - userRange.first + 1
  const offset = randomInt(count)
  for (let index = 0; index < count; index++) {
    const user = userRange.first + ((offset + index) % count)
    const file = tryWriteClaim(user, folders)
    if (file !== undefined) return { user, release: () => free(user, file, folders) }
  }
  throw new Error(`all users from ${userRange.first} to ${userRange.last} are taken on this machine`)
}

function openFolder(): void {
  mkdirSync(claimsFolder, { recursive: true, mode: 0o700 })
  const info = lstatSync(claimsFolder)
  if (!info.isDirectory() || info.uid !== 0 || (info.mode & 0o022) !== 0)
    throw new Error(`${claimsFolder} must be a folder of root that no one else can write to`)
}

/** Two runs that claim the same id at once see each other, and both give up. */
function tryWriteClaim(user: number, folders: readonly string[]): string | undefined {
  const isTaken = (own: string) =>
    listFiles().some(file => file !== own && file.startsWith(`${user}${separator}`))
  if (isTaken('') || hasAccount(user) || listUserProcesses(user).length > 0) return undefined
  const file = `${user}${separator}${randomBytes(6).toString('hex')}`
  const claim: Claim = { pid: process.pid, started: tryReadStart(process.pid) ?? '', folders: [...folders] }
  const part = join(claimsFolder, `.${file}`)
  writeFileSync(part, JSON.stringify(claim), { flag: 'wx', mode: 0o600 })
  renameSync(part, join(claimsFolder, file))
  if (!isTaken(file)) return file
  rmSync(join(claimsFolder, file), { force: true })
  return undefined
}

function hasAccount(user: number): boolean {
  const entry = new RegExp(`^[^:]*:[^:]*:${user}:`, 'm')
  if (['/etc/passwd', '/etc/group'].some(path => entry.test(tryReadText(path)))) return true
  const getent = tryProgram('getent')
  if (getent === undefined) return false
  try {
    return execFileSync(getent, ['passwd', String(user)], { env: {}, stdio: 'pipe' }).length > 0
  } catch {
    return false // it has none
  }
}

async function free(user: number, file: string, folders: readonly string[]): Promise<void> {
  if (!(await endUserProcesses(user))) return
  await takeFromUser(user, folders)
  await removeLeft(user)
  rmSync(join(claimsFolder, file), { force: true })
}

/** Cleans up after runs that crashed. An id that another process is cleaning up stays taken. */
export async function freeLeftUsers(): Promise<void> {
  for (const file of listFiles()) {
    const claim = tryReadClaim(file)
    const [user = '', by = ''] = file.split(separator)
    const reaper = by.startsWith(reaping) ? Number.parseInt(by.slice(reaping.length), 10) : undefined
    if (claim === undefined || tryReadStart(claim.pid) === claim.started) continue
    if (reaper !== undefined && tryReadStart(reaper) !== undefined) continue
    const own = [user, `${reaping}${process.pid}`, randomBytes(6).toString('hex')].join(separator)
    try {
      renameSync(join(claimsFolder, file), join(claimsFolder, own))
    } catch {
      continue // another process was faster
    }
    await free(Number(user), own, claim.folders).catch(() => {}) // it stays taken, and is tried again
  }
}

function listFiles(): string[] {
  try {
    return readdirSync(claimsFolder).filter(name => /^\d+~/.test(name))
  } catch {
    return [] // no claims yet
  }
}

function tryReadClaim(file: string): Claim | undefined {
  try {
    return claimSchema.parse(JSON.parse(readFileSync(join(claimsFolder, file), 'utf8')))
  } catch {
    return undefined // just released
  }
}

function tryReadText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // not on this machine
  }
}

/** Field 22 of /proc/<pid>/stat; undefined if it does not run. */
function tryReadStart(pid: number): string | undefined {
  const stat = tryReadText(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' || fields[0] === 'Z' ? undefined : fields[19]
}
