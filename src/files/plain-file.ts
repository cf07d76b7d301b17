import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'

const chunkBytes = 1 << 18

/** Texts that the harness reads as a whole are shorter than this. */
export const longestText = 1 << 24

/**
 * Opens a file that an agent may have put there. Undefined when there is none, or when something else is in its place: a folder, a
 * link that leads elsewhere, a pipe that nobody writes to and that would be waited for without end.
 */
function tryOpen(path: string): number | undefined {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  } catch {
    return undefined // nobody has written yet, or it is a link
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

/** Bytes of a plain file from an offset, at most so many; none when there is no such file. */
export function readPlainBytes(path: string, offset: number, most: number): Buffer {
  const file = tryOpen(path)
  if (file === undefined) return Buffer.alloc(0)
  const chunks: Buffer[] = []
  for (let at = offset, left = most; left > 0; ) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, left))
    const length = readSync(file, chunk, 0, chunk.length, at)
    if (length === 0) break
    chunks.push(chunk.subarray(0, length))
    at += length
    left -= length
  }
  closeSync(file)
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
