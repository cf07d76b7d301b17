import { existsSync } from 'node:fs'
import { readdir, readlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { tryReadProcFile } from '../../files/read-open-file.ts'

/** Looks at a folder that seems to be in use, each a tenth of a second after the last. */
const mostLooks = 10

/**
 * Whether another process uses a folder, also after a moment in which it could end: as its working directory, or with a file in it
 * open or mapped. Assumed where it is unknown (systems without `/proc`).
 */
export async function staysFolderInUse(folder: string): Promise<boolean> {
  if (!existsSync('/proc/self/fd')) return true
  for (let left = mostLooks; left > 0; left--) {
    if (!(await isInUse(folder))) return false
    if (left > 1) await sleep(100)
  }
  return true
}

async function isInUse(folder: string): Promise<boolean> {
  const pids = (await readdir('/proc')).map(Number).filter(pid => pid > 0 && pid !== process.pid)
  const uses = await Promise.all(pids.map(pid => isUsedBy(pid, folder)))
  return uses.includes(true)
}

async function isUsedBy(pid: number, folder: string): Promise<boolean> {
  const place = `/proc/${pid}`
  const open = await readdir(`${place}/fd`).catch(() => [] as string[]) // it has ended, or is another user's
  const links = ['cwd', 'root', 'exe', ...open.map(name => `fd/${name}`)]
  const targets = await Promise.all(links.map(link => readlink(`${place}/${link}`).catch(() => '')))
  if (targets.some(target => `${target}/`.startsWith(`${folder}/`))) return true
  return tryReadProcFile(`${pid}/maps`)?.includes(` ${folder}/`) ?? false
}
