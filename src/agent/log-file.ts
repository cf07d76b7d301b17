import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const chunkBytes = 1 << 18
const mostBytes = 1 << 22
const longestLine = 1 << 20

/** Follows a file that others append to. A file that does not exist yet counts as empty. */
export class LogFollower {
  private readonly path: string
  private readonly decoder = new StringDecoder('utf8')
  private offset: number
  private rest = ''

  /** @param offset Bytes to leave out. */
  constructor(path: string, offset: number) {
    this.path = path
    this.offset = offset
  }

  /** The lines that were completed since the last call, as far as four million bytes reach. Very long lines are cut. */
  readLines(): string[] {
    const bytes = readBytes(this.path, this.offset, mostBytes)
    this.offset += bytes.length
    const lines = (this.rest + this.decoder.write(bytes)).split('\n')
    this.rest = (lines.pop() ?? '').slice(-longestLine)
    return lines
  }

  /** All lines up to the end of the file, in parts, also a last one without a line end. For when the file is complete. */
  *readToEnd(): Generator<string[]> {
    for (let before = -1; before !== this.offset; ) {
      before = this.offset
      yield this.readLines()
    }
    if (this.rest !== '') yield [this.rest]
    this.rest = ''
  }
}

/** The last lines of a file, as far as so many bytes reach, but nothing in front of an offset. */
export function readTail(path: string, offset: number, bytes: number): string[] {
  const size = sizeOf(path)
  const start = Math.max(offset, size - bytes)
  const text = readBytes(path, start, size - start).toString('utf8')
  const lines = text.split('\n').filter((line, index, all) => line !== '' || index < all.length - 1)
  return start > offset ? lines.slice(1) : lines
}

function sizeOf(path: string): number {
  const file = tryOpen(path)
  if (file === undefined) return 0
  const { size } = fstatSync(file)
  closeSync(file)
  return size
}

function readBytes(path: string, offset: number, most: number): Buffer {
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

function tryOpen(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    return undefined // nobody has written yet
  }
}
