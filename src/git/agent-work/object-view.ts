import { copyFile, link, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isFolder } from '../../files/plain-file.ts'

/**
 * Gives the objects of an agent's git directory a second place, without their alternates: those could lead to any repository of the
 * machine. Anything but plain files, such as links and pipes, is left out. Discard it with {@link closeObjectView}.
 */
export async function openObjectView(gitDirectory: string, folder: string): Promise<void> {
  await closeObjectView(folder)
  const from = join(gitDirectory, 'objects')
  await mkdir(folder, { recursive: true })
  const names = isFolder(from) ? await readdir(from) : []
  for (const name of names) {
    if (/^[0-9a-f]{2}$/.test(name)) await linkFiles(join(from, name), join(folder, name), looseName)
    if (name === 'pack') await linkFiles(join(from, name), join(folder, name), packName)
  }
}

export async function closeObjectView(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

const looseName = /^([0-9a-f]{38}|[0-9a-f]{62})$/
const packName = /^pack-[0-9a-f]+\.(pack|idx|rev)$/

async function linkFiles(from: string, to: string, wanted: RegExp): Promise<void> {
  if (!isFolder(from)) return
  await mkdir(to, { recursive: true })
  for (const name of (await readdir(from)).filter(entry => wanted.test(entry)))
    await linkFile(join(from, name), join(to, name))
}

/** A hard link: it survives a concurrent repack, and takes no space. */
async function linkFile(from: string, to: string): Promise<void> {
  const info = await lstat(from).catch(() => undefined) // packed in the meantime
  if (!info?.isFile()) return
  await link(from, to).catch(() => copyFile(from, to)) // another file system
}
