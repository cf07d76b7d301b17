import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listClaimed, machineFolder, tryClaim } from '../claims/claims.ts'

/** Describes a stored set, in its folder. */
export const noteName = 'entry.json'
/** Prefix of folders that become a set. */
export const partPrefix = '.part-'
/** Maximum stored sets; the most recently used stay. */
const mostEntries = 8
const dayMilliseconds = 86_400_000

/** Notes that a checkout has begun to use a set. */
export function noteUse(set: string): void {
  const now = new Date()
  utimesSync(join(set, noteName), now, now)
}

/** Sets that this process holds. */
const held = new Set<string>()

/** Keeps a set as long as this process lives: checkouts show its files. */
export async function holdSet(set: string): Promise<void> {
  if (held.has(set)) return
  held.add(set)
  await tryClaim(machineFolder, [`${toClaimPrefix(set)}${randomBytes(4).toString('hex')}`])
}

/** Whether checkouts of a living process show its files. */
export async function isHeld(set: string): Promise<boolean> {
  const prefix = toClaimPrefix(set)
  return [...(await listClaimed(machineFolder))].some(name => name.startsWith(prefix))
}

/** Deletes a set that was changed. Running commands keep the files that they see. */
export async function retireSet(set: string): Promise<void> {
  if (!(await isHeld(set))) return rm(set, { recursive: true, force: true })
  const retired = join(dirname(set), `${partPrefix}${randomBytes(6).toString('hex')}`)
  await rename(set, retired).catch(() => {}) // another process was faster
  const now = new Date()
  if (existsSync(retired)) utimesSync(retired, now, now)
}

function toClaimPrefix(set: string): string {
  return `set-${createHash('sha256').update(set).digest('hex').slice(0, 16)}-`
}

/** Deletes all sets but the most recently used, and what a crash left. */
export async function forgetOldSets(folder: string): Promise<void> {
  const all = readdirSync(folder)
  for (const name of all.filter(other => other.startsWith(partPrefix))) {
    const path = join(folder, name)
    if (readTime(path) < Date.now() - dayMilliseconds) await rm(path, { recursive: true, force: true })
  }
  const sets = all.map(name => join(folder, name)).filter(set => existsSync(join(set, noteName)))
  if (sets.length <= mostEntries) return
  const claimed = [...(await listClaimed(machineFolder))]
  const oldest = sets.sort((a, b) => readTime(join(a, noteName)) - readTime(join(b, noteName)))
  for (const set of oldest.slice(0, sets.length - mostEntries)) {
    const prefix = toClaimPrefix(set)
    if (!claimed.some(name => name.startsWith(prefix))) await rm(set, { recursive: true, force: true })
  }
}

/** 0: another process has just deleted it. */
function readTime(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
