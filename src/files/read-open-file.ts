import { closeSync, openSync, readSync } from 'node:fs'

/** Shared by all reads: a buffer for each of many small files would use much memory until collected. */
const scratch = Buffer.alloc(1 << 16)

/** At most `most` bytes of an open file from an offset. */
export function readOpenFile(file: number, offset: number, most: number): Buffer {
  const parts: Buffer[] = []
  for (let at = offset, left = most; left > 0; ) {
    const length = readSync(file, scratch, 0, Math.min(scratch.length, left), at)
    if (length === 0) break
    parts.push(Buffer.from(scratch.subarray(0, length)))
    at += length
    left -= length
  }
  const [first] = parts
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts)
}

/** A file below `/proc`; undefined on a system without one, of an ended process, and of another user's where that is not allowed. */
export function tryReadProcFile(path: string): string | undefined {
  return tryReadKernelFile(`/proc/${path}`)
}

/** A file in `/proc` or `/sys`; undefined if there is none, or it must not be read. */
export function tryReadKernelFile(path: string): string | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    return readOpenFile(file, 0, Number.POSITIVE_INFINITY).toString('utf8')
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
