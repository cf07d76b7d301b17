import { lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { hasMounts } from '../../files/mounts-below.ts'
import type { Environment } from '../../model/plan.ts'
import { listClaimed, machineFolder, tryClaim } from './claims.ts'

/** A folder for the temporary files of one checkout. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => Promise<void>
}

/** Creates an empty one. Its path is short, because tools put sockets there. */
export async function makeTemporaryFolder(
  env: Environment,
  id: string,
  claims: string = machineFolder,
): Promise<TemporaryFolder> {
  const release = await tryClaim(claims, [toClaimName(id)])
  const base = toBase(env)
  if (release === undefined || !isOwn(base)) return makeElsewhere(env, release)
  const path = join(base, id)
  if (hasMounts(path)) return makeElsewhere(env, release)
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { mode: 0o700 })
  return { path, remove: () => removeFolder(path).finally(release) }
}

/** If another user has a folder with that name. */
async function makeElsewhere(env: Environment, release = () => {}): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(toParent(env), 'parallel-agents-'))
  return { path, remove: () => removeFolder(path).finally(release) }
}

/** Removes the folders of checkouts of dead processes. */
export async function removeLeftTemporaryFolders(
  env: Environment,
  claims: string = machineFolder,
): Promise<void> {
  const base = toBase(env)
  if (!isOwn(base)) return
  const ids = readdirSync(base) // before the claims: a folder is made after it is claimed
  const claimed = await listClaimed(claims)
  const left = ids.filter(id => !claimed.has(toClaimName(id)))
  await Promise.all(left.map(id => removeFolder(join(base, id))))
}

function toClaimName(id: string): string {
  return `tmp-${id}`
}

function toParent({ TMPDIR: given = '' }: Environment): string {
  return isAbsolute(given) ? given : '/tmp'
}

function toBase(env: Environment): string {
  return join(toParent(env), `parallel-agents-${process.getuid?.() ?? 'user'}`)
}

/** In a world-writable folder, another user may have created it first. */
function isOwn(base: string): boolean {
  try {
    mkdirSync(base, { recursive: true, mode: 0o700 })
    const info = lstatSync(base)
    return info.isDirectory() && info.uid === (process.getuid?.() ?? info.uid)
  } catch {
    return false // a file is in its place
  }
}

/** If it fails, the next start retries. */
async function removeFolder(path: string): Promise<void> {
  if (!hasMounts(path)) await rm(path, { recursive: true, force: true }).catch(() => {})
}
