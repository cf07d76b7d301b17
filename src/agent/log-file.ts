import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const chunkBytes = 1 << 18
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

  /** The lines that were completed since the last call. A line of more than a million characters is cut. */
  readLines(): string[] {
    const lines = (this.rest + this.readText()).split('\n')
    this.rest = (lines.pop() ?? '').slice(-longestLine)
    return lines
  }

  /** The lines since the last call, also a last one without a line end. For when the file is complete. */
  readAll(): string[] {
    const lines = this.readLines()
    const rest = this.rest
    this.rest = ''
    return rest === '' ? lines : [...lines, rest]
  }

  private readText(): string {
    let file: number
    try {
      file = openSync(this.path, 'r')
    } catch {
      return '' // nobody has written yet
    }
    let text = ''
    const chunk = Buffer.alloc(chunkBytes)
    for (let length = readSync(file, chunk, 0, chunkBytes, this.offset); length > 0; ) {
      this.offset += length
      text += this.decoder.write(chunk.subarray(0, length))
      length = readSync(file, chunk, 0, chunkBytes, this.offset)
    }
    closeSync(file)
    return text
  }
}
