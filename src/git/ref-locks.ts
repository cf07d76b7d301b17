import type { Dirent } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from './open-repository.ts'

/** Takes away locks that a git process left on refs when it was killed. Only for refs that nobody else can be writing. */
export async function removeRefLocks(repository: Repository, prefix: string): Promise<void> {
  const folder = join(repository.directory, prefix)
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isDirectory()) await removeRefLocks(repository, `${prefix}/${entry.name}`)
    else if (entry.name.endsWith('.lock')) await rm(join(folder, entry.name), { force: true })
  }
}

/** git holds the lock of a ref for milliseconds. One that is this old was left behind. */
const staleMilliseconds = 5000

/** Waits until the lock of a ref is gone, and takes it away when nobody can be holding it any more. */
export async function waitForRefLock(repository: Repository, ref: string): Promise<void> {
  const path = join(repository.directory, `${ref}.lock`)
  for (;;) {
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => undefined,
    )
    if (age === undefined) return
    if (age > staleMilliseconds) return rm(path, { force: true })
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
