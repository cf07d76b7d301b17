import { execFile } from 'node:child_process'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { tryProgram } from '../../../files/programs.ts'

const blockBytes = 512

/** Disk space of a folder, in bytes; counting stops at `enough`. */
export async function sizeOfFolder(folder: string, enough: number): Promise<number> {
  let size = 0
  const waiting = [folder]
  for (let place = waiting.pop(); place !== undefined && size <= enough; place = waiting.pop()) {
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []) // just deleted
    for (const entry of entries) {
      const path = join(place, entry.name)
      if (entry.isDirectory()) waiting.push(path)
      else size += await sizeOfFile(path)
    }
  }
  return size
}

async function sizeOfFile(path: string): Promise<number> {
  const info = await lstat(path).catch(() => undefined)
  return (info?.blocks ?? 0) * blockBytes
}

/** Disk space of folders, in bytes, with hard links counted once. Unreadable files do not count. */
export async function readDiskUse(folders: readonly string[]): Promise<number> {
  const program = tryProgram('du')
  if (program === undefined) return 0
  const ended = promisify(execFile)(program, ['-sk', '--', ...folders])
  const { stdout } = await ended.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))
  return [...stdout.matchAll(/^\d+/gm)].reduce((total, [kilobytes]) => total + Number(kilobytes) * 1024, 0)
}
