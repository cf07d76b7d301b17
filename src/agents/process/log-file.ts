import { readPlainBytes, sizeOfPlainFile } from '../../files/plain-file.ts'

const chunkBytes = 1 << 18
/** Bytes to read before yielding to others. */
const mostBytes = 1 << 22
/** Longer lines are not events: only their beginning is passed on. */
const longestLine = 1 << 20
const shownOfLongLine = 2000
const lineEnd = 10

/** Follows a growing file, as lines. A missing file counts as empty. */
export class LogFollower {
  private readonly path: string
  private offset: number
  private readonly end: number
  /** The bytes of the incomplete last line. */
  private rest: Buffer[] = []
  private restBytes = 0

  /**
   * @param offset Bytes to skip.
   * @param end Where the part to read ends.
   */
  constructor(path: string, offset: number, end = Number.POSITIVE_INFINITY) {
    this.path = path
    this.offset = offset
    this.end = end
  }

  /** The lines completed since the last call, up to four million bytes. */
  readLines(): string[] {
    const lines: string[] = []
    for (let left = mostBytes; left > 0; ) {
      const bytes = readPlainBytes(
        this.path,
        this.offset,
        Math.max(0, Math.min(chunkBytes, left, this.end - this.offset)),
      )
      if (bytes.length === 0) break
      this.offset += bytes.length
      left -= bytes.length
      this.split(bytes, lines)
    }
    return lines
  }

  /** All lines up to the end of the file, in parts, including a last one without a line end. For complete files. */
  *readToEnd(): Generator<string[]> {
    for (let before = -1; before !== this.offset; ) {
      before = this.offset
      yield this.readLines()
    }
    if (this.restBytes > 0) yield [this.takeLine(Buffer.alloc(0))]
  }

  private split(bytes: Buffer, lines: string[]): void {
    let start = 0
    for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, start)) {
      lines.push(this.takeLine(bytes.subarray(start, end)))
      start = end + 1
    }
    this.keep(bytes.subarray(start))
  }

  private keep(bytes: Buffer): void {
    if (this.restBytes < longestLine && bytes.length > 0) this.rest.push(Buffer.from(bytes))
    this.restBytes += bytes.length
  }

  private takeLine(end: Buffer): string {
    const isLong = this.restBytes + end.length > longestLine
    const line = Buffer.concat([...this.rest, end])
    this.rest = []
    this.restBytes = 0
    return (isLong ? line.subarray(0, shownOfLongLine) : line).toString('utf8')
  }
}

/** The last lines of a file, within the given bytes, and not before an offset. */
export function readTail(path: string, offset: number, bytes: number): string[] {
  const size = sizeOfPlainFile(path)
  const start = Math.max(offset, size - bytes)
  const text = readPlainBytes(path, start, Math.max(0, size - start)).toString('utf8')
  const lines = text.split('\n').filter((line, index, all) => line !== '' || index < all.length - 1)
  return start > offset ? lines.slice(1) : lines
}
