import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { identifyProcess, isAlive, type ProcessIdentity } from '../../agents/process/process-identity.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { RefusedError } from '../../model/refused-error.ts'

/** Where all users of a machine look, whatever their TMPDIR. */
export const machineFolder = '/tmp/parallel-agents.claims'

const separator = '~'
const mostBytes = 4096
const claimSchema = z.object({ pid: z.number().int(), started: z.string() })

/** Lets claims go. */
export type Release = () => void

/**
 * Claims names on this machine for this process: all of them, or none. Each claim is a file of its own, so that two who claim the same name at
 * the same time see each other: then neither has it. Claims of processes that are gone do not count.
 *
 * @returns Undefined: one of the names is taken.
 */
export async function tryClaim(folder: string, names: readonly string[]): Promise<Release | undefined> {
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

/** The names of a kind that running processes have claimed. Takes away what processes left that are gone. */
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

/** The files appear whole: a truncated one belongs to no process. */
async function writeClaims(folder: string, names: readonly string[]): Promise<string[]> {
  const owner = JSON.stringify(await identifyProcess(process.pid))
  return names.map(name => {
    const file = `${name}${separator}${randomBytes(6).toString('hex')}`
    const part = join(folder, `.${file}`)
    writeFileSync(part, owner, { flag: 'wx', mode: 0o644 })
    renameSync(part, join(folder, file))
    return file
  })
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder)
    chmodSync(folder, 0o1777) // all users may claim, and none can remove the claims of another
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (!lstatSync(folder).isDirectory())
    throw new RefusedError(`${folder} must be a folder, because runs claim ports there: delete it`)
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => !name.startsWith('.') && name.includes(separator))
  } catch {
    return [] // there are no claims yet
  }
}

function tryReadOwner(path: string): ProcessIdentity | undefined {
  try {
    return claimSchema.parse(JSON.parse(readPlainText(path, mostBytes)))
  } catch {
    return undefined // it has just been released, or a loss of power has cut it off
  }
}

/** What another user left stays there and counts for nothing. */
function tryRemove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // it is for that user to take away
  }
}
