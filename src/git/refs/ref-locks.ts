import type { Dirent } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../repository/open-repository.ts'

/** Removes ref locks that a killed git left. Only for refs that no other process can be writing. */
export async function removeRefLocks(repository: Repository, prefix: string): Promise<void> {
  const folder = join(repository.directory, prefix)
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isDirectory()) await removeRefLocks(repository, `${prefix}/${entry.name}`)
    else if (entry.name.endsWith('.lock')) await rm(join(folder, entry.name), { force: true })
  }
}

/** git holds a ref lock for milliseconds. An older one is stale. */
const staleMilliseconds = 5000

const pollMilliseconds = 100

/**
 * Waits until the lock of a ref is gone, and removes a stale one. The time is
 * measured here: timestamps of files may come from another clock.
 *
 * @param onWait Called once, if there is a lock, with what to tell people.
 */
export async function waitForRefLock(
  repository: Repository,
  ref: string,
  onWait: (text: string) => void,
): Promise<void> {
  const path = join(repository.directory, `${ref}.lock`)
  const first = await tryIdentify(path)
  if (first === undefined) return
  onWait(`waiting until ${path} is released (delete it if no git process is running)`)
  const start = performance.now()
  for (let seen: string | undefined = first; seen === first; seen = await tryIdentify(path)) {
    if (performance.now() - start > staleMilliseconds) return rm(path, { force: true })
    await new Promise(resolve => setTimeout(resolve, pollMilliseconds))
  }
}

/** Identifies a lock: equal while it is the same one. */
async function tryIdentify(path: string): Promise<string | undefined> {
  return stat(path).then(
    ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
    () => undefined,
  )
}
