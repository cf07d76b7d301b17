import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { requireNoMounts } from './mounts-below.ts'
import { requireOwnPlace } from './own-folder.ts'
import { readOpenFile } from './read-open-file.ts'

/** Texts that the harness reads whole are shorter than this. */
const longestText = 1 << 24

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = constants

/**
 * Opens a file that an agent may have put there. Undefined if it is missing or something else: a folder, a link to elsewhere, or a
 * pipe, which would block until someone writes.
 */
function tryOpen(path: string | Buffer): number | undefined {
  let file: number
  try {
    requireOwnPlace(path.toString())
    file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  } catch {
    return undefined // not written yet, or a link
  }
  if (fstatSync(file).isFile()) return file
  closeSync(file)
  return undefined
}

/** The size of a plain file in bytes; 0 if there is none. */
export function sizeOfPlainFile(path: string): number {
  const file = tryOpen(path)
  if (file === undefined) return 0
  const { size } = fstatSync(file)
  closeSync(file)
  return size
}

/** When a plain file was last written, in milliseconds since 1970; undefined if there is none. */
export function modifiedAt(path: string): number | undefined {
  const info = lstatSync(path, { throwIfNoEntry: false })
  return info?.isFile() ? info.mtimeMs : undefined
}

/** At most `most` bytes of a plain file from an offset; none if there is no such file. */
export function readPlainBytes(path: string | Buffer, offset: number, most: number): Buffer {
  const file = tryOpen(path)
  if (file === undefined) return Buffer.alloc(0)
  const bytes = readOpenFile(file, offset, most)
  closeSync(file)
  return bytes
}

/** All of a plain file; undefined if there is no such file, or a larger one: a file with holes takes no space, but memory. */
export function tryReadPlainFile(path: string, mostBytes: number): Buffer | undefined {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  const content = readPlainBytes(path, 0, mostBytes + 1)
  return content.length > mostBytes ? undefined : content
}

/** The beginning of a plain file as text; empty if there is no such file. */
export function readPlainText(path: string | Buffer, mostBytes = longestText): string {
  return readPlainBytes(path, 0, mostBytes).toString('utf8')
}

export function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    return false // a part of the path is a file
  }
}

/** Replaces anything at this path with a file, atomically: never writes through a link or into a pipe. */
export function writePlainFile(
  path: string,
  content: string | Buffer,
  { flush = false }: { readonly flush?: boolean } = {},
): void {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    writePart(part, content, flush)
    if (isFolder(path)) removePlain(path)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

function writePart(part: string, content: string | Buffer, flush: boolean): void {
  const file = createPlainFile(part)
  try {
    writeFileSync(file, content)
    if (flush) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Opens a new file for writing and replaces anything at this path. */
export function createPlainFile(path: string): number {
  removePlain(path)
  return openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644)
}

/** Opens a file to append to. Anything else in its place, or a file with a second hard link, is replaced by an empty file. */
export function openToAppend(path: string): number {
  requireOwnPlace(path)
  try {
    const file = openSync(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o644)
    const info = fstatSync(file)
    if (info.isFile() && info.nlink === 1) return file
    closeSync(file)
  } catch {
    // a link, a folder, or not openable
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

/** Removes anything at this path, but never the target of a link. */
export function removePlain(path: string): void {
  requireOwnPlace(path)
  if (isFolder(path)) requireNoMounts(path)
  rmSync(path, { force: true, recursive: true })
}
