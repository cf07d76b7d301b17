import { existsSync } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'

/**
 * Whether another process uses a folder: as its working directory, or with a file in it open or mapped. Assumed where it is unknown
 * (systems without `/proc`).
 */
export async function isFolderInUse(folder: string): Promise<boolean> {
  if (!existsSync('/proc/self/fd')) return true
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
  return (await readFile(`${place}/maps`, 'utf8').catch(() => '')).includes(` ${folder}/`)
}
