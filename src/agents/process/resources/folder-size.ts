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

const mostCharacters = 1 << 28

/** Disk space of folders, in bytes. A file with several hard links is shared equally among them. Unreadable files do not count. */
export async function readDiskUse(folders: readonly string[]): Promise<number> {
  const files = await list('find', [
    ...folders,
    '(',
    '-type',
    'd',
    '-printf',
    '1 %b\\n',
    ')',
    '-o',
    '-printf',
    '%n %b\\n',
  ])
  if (files !== '')
    return sum(files, /^(\d+) (\d+)$/gm, ([, links, blocks]) => (Number(blocks) * blockBytes) / Number(links))
  // BusyBox prints no numbers of links.
  return sum(await list('du', ['-sk', '--', ...folders]), /^\d+/gm, ([kilobytes]) => Number(kilobytes) * 1024)
}

/** What a program prints, also if it fails on some files. */
async function list(name: 'find' | 'du', args: readonly string[]): Promise<string> {
  const program = tryProgram(name)
  if (program === undefined) return ''
  const ended = promisify(execFile)(program, args, { maxBuffer: mostCharacters })
  return (await ended.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))).stdout
}

function sum(text: string, lines: RegExp, toBytes: (found: RegExpExecArray) => number): number {
  return Math.round([...text.matchAll(lines)].reduce((total, found) => total + toBytes(found), 0))
}
