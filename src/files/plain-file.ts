import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { requireOwnPlace } from './own-folder.ts'

const chunkBytes = 1 << 18

/** Texts that the harness reads as a whole are shorter than this. */
export const longestText = 1 << 24

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = constants

/**
 * Opens a file that an agent may have put there. Undefined when there is none, or when something else is in its place: a folder, a
 * link that leads elsewhere, a pipe without a writer, which would be waited for without end.
 */
function tryOpen(path: string): number | undefined {
  let file: number
  try {
    requireOwnPlace(path)
    file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  } catch {
    return undefined // nothing was written yet, or it is a link
  }
  if (fstatSync(file).isFile()) return file
  closeSync(file)
  return undefined
}

/** The size of a plain file in bytes; 0 when there is none. */
export function sizeOfPlainFile(path: string): number {
  const file = tryOpen(path)
  if (file === undefined) return 0
  const { size } = fstatSync(file)
  closeSync(file)
  return size
}

/** When a plain file was last written, in milliseconds since 1970; undefined when there is none. */
export function modifiedAt(path: string): number | undefined {
  const info = lstatSync(path, { throwIfNoEntry: false })
  return info?.isFile() ? info.mtimeMs : undefined
}

/** Bytes of a plain file from an offset, at most so many; none when there is no such file. */
export function readPlainBytes(path: string, offset: number, most: number): Buffer {
  const file = tryOpen(path)
  if (file === undefined) return Buffer.alloc(0)
  const bytes = readBytes(file, offset, most)
  closeSync(file)
  return bytes
}

/** Bytes of an open file from an offset, at most so many. */
export function readBytes(file: number, offset: number, most: number): Buffer {
  const chunks: Buffer[] = []
  for (let at = offset, left = most; left > 0; ) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, left))
    const length = readSync(file, chunk, 0, chunk.length, at)
    if (length === 0) break
    chunks.push(chunk.subarray(0, length))
    at += length
    left -= length
  }
  return Buffer.concat(chunks)
}

/** All of a plain file; undefined when there is no such file. */
export function tryReadPlainFile(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile()
    ? readPlainBytes(path, 0, Number.POSITIVE_INFINITY)
    : undefined
}

/** The beginning of a plain file as text; empty when there is no such file. */
export function readPlainText(path: string, mostBytes = longestText): string {
  return readPlainBytes(path, 0, mostBytes).toString('utf8')
}

export function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    return false // a part of the path is a file
  }
}

/** Puts a file in place of whatever has its name, all at once: nothing is ever written through a link or into a pipe. */
export function writePlainFile(
  path: string,
  content: string | Buffer,
  { flush = false }: { readonly flush?: boolean } = {},
): void {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  const file = createPlainFile(part)
  try {
    writeFileSync(file, content)
    if (flush) fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (isFolder(path)) rmSync(path, { recursive: true })
  renameSync(part, path)
}

/** Opens a new file for writing in place of whatever has its name. */
export function createPlainFile(path: string): number {
  removePlain(path)
  return openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644)
}

/** Opens a file to be appended to. Something else in its place, or a file that has another name as well, is replaced by an empty file. */
export function openToAppend(path: string): number {
  requireOwnPlace(path)
  try {
    const file = openSync(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o644)
    const info = fstatSync(file)
    if (info.isFile() && info.nlink === 1) return file
    closeSync(file)
  } catch {
    // it is a link, a folder, or nothing that can be opened
  }
  removePlain(path)
  return openSync(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644)
}

/** Appends to a file, as {@link openToAppend} opens it. */
export function appendToPlainFile(path: string, text: string): void {
  const file = openToAppend(path)
  try {
    writeFileSync(file, text)
  } finally {
    closeSync(file)
  }
}

/** Takes away whatever has a name, but nothing that a link leads to. */
export function removePlain(path: string): void {
  requireOwnPlace(path)
  rmSync(path, { force: true, recursive: true })
}
