import { StringDecoder } from 'node:string_decoder'
import { readPlainBytes, sizeOfPlainFile } from '../../files/plain-file.ts'

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
    const bytes = readPlainBytes(this.path, this.offset, mostBytes)
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
  const size = sizeOfPlainFile(path)
  const start = Math.max(offset, size - bytes)
  const text = readPlainBytes(path, start, size - start).toString('utf8')
  const lines = text.split('\n').filter((line, index, all) => line !== '' || index < all.length - 1)
  return start > offset ? lines.slice(1) : lines
}
