import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Repository } from '../repository/open-repository.ts'
import type { Quarantine } from './quarantine.ts'

/**
 * Copies all objects of a quarantine to the trusted repository, under names that git recognises only when complete: an index after
 * its pack. No ref uses them yet, and repeating it is harmless.
 */
export async function releaseObjects({ repository }: Quarantine, trusted: Repository): Promise<void> {
  const names = await readdir(repository.store.folder, { recursive: true })
  const files = names.filter(name => /^([0-9a-f]{2}[/\\][0-9a-f]{38,62}|pack[/\\]pack-[^/\\]*)$/.test(name))
  for (const name of files.sort(byUse)) {
    await copyWhole(join(repository.store.folder, name), join(trusted.store.folder, name))
  }
}

function byUse(a: string, b: string): number {
  return Number(a.endsWith('.idx')) - Number(b.endsWith('.idx'))
}

async function copyWhole(from: string, to: string): Promise<void> {
  const isThere = await stat(to).then(
    () => true,
    () => false,
  )
  if (isThere) return
  await mkdir(dirname(to), { recursive: true })
  const temporary = join(dirname(to), `tmp_obj_${randomBytes(6).toString('hex')}`)
  await copyFile(from, temporary)
  await rename(temporary, to)
}
