import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import {
  identifyProcess,
  isAlive,
  type ProcessIdentity,
} from '../../agents/process/table/process-identity.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { RefusedError } from '../../model/refused-error.ts'

/** One place for all users of a machine, independent of TMPDIR. */
export const machineFolder = '/tmp/parallel-agents.claims'

const separator = '~'
const mostBytes = 4096
const sharedMode = 0o1777
const claimSchema = z.object({ pid: z.number().int(), started: z.string() })

/** Releases claims. */
export type Release = () => void

/**
 * Claims names on this machine for this process: all of them, or none. Each claim is a separate file, so that two processes that claim the
 * same name at once see each other, and both give up. Claims of dead processes do not count.
 *
 * @returns Undefined: one of the names is taken.
 */
export function tryClaim(folder: string, names: readonly string[]): Promise<Release | undefined> {
  const turn = last.catch(() => {}).then(() => claimNow(folder, names))
  last = turn
  return turn
}

/** One claim of this process after another: two at the same moment would both give up, and again at the next moment. */
let last: Promise<unknown> = Promise.resolve()

async function claimNow(folder: string, names: readonly string[]): Promise<Release | undefined> {
  openFolder(folder)
  if (await isTaken(folder, names, new Set())) return undefined
  const own = new Set(await writeClaims(folder, names))
  const release = () => {
    for (const file of own) rmSync(join(folder, file), { force: true })
  }
  if (!(await isTaken(folder, names, own))) return release
  release()
  return undefined
}

/** The names of a kind that running processes have claimed. Removes claims of dead processes. */
export async function listClaimed(
  folder: string,
  own: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const alive = new Map<string, Promise<boolean>>()
  const names = listFiles(folder).map(async file => {
    if (own.has(file)) return []
    const owner = tryReadOwner(join(folder, file))
    const key = JSON.stringify(owner)
    if (!alive.has(key)) alive.set(key, owner === undefined ? Promise.resolve(false) : isAlive(owner))
    if (await alive.get(key)) return [file.slice(0, file.lastIndexOf(separator))]
    tryRemove(join(folder, file))
    return []
  })
  return new Set((await Promise.all(names)).flat())
}

async function isTaken(folder: string, names: readonly string[], own: ReadonlySet<string>): Promise<boolean> {
  const taken = await listClaimed(folder, own)
  return names.some(name => taken.has(name))
}

/** Files appear complete: a truncated one belongs to no process. */
async function writeClaims(folder: string, names: readonly string[]): Promise<string[]> {
  const owner = JSON.stringify(await identifyProcess(process.pid))
  return names.map(name => {
    const file = `${name}${separator}${randomBytes(6).toString('hex')}`
    const part = join(folder, `.${file}`)
    writeFileSync(part, owner, { flag: 'wx' })
    chmodSync(part, 0o644) // whatever the umask: other users must see who holds it
    renameSync(part, join(folder, file))
    return file
  })
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const info = lstatSync(folder)
  if (!info.isDirectory())
    throw new RefusedError(`${folder} must be a folder, because runs claim ports there: delete it`)
  // All users may claim, and none can remove the claims of another. A killed process may have left it without that.
  if (info.uid === process.getuid?.() && (info.mode & 0o7777) !== sharedMode) chmodSync(folder, sharedMode)
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => !name.startsWith('.') && name.includes(separator))
  } catch {
    return [] // no claims yet
  }
}

function tryReadOwner(path: string): ProcessIdentity | undefined {
  try {
    return claimSchema.parse(JSON.parse(readPlainText(path, mostBytes)))
  } catch {
    return undefined // just released, or truncated by a power failure
  }
}

/** Claims that another user left stay and do not count. */
function tryRemove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // only that user can remove it
  }
}
