import { closeSync, fstatSync, ftruncateSync, readSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { openToAppend } from '../../files/plain-file.ts'
import { toPlainCharacters } from '../../model/foreign-text.ts'
import { maskSecrets } from '../../secrets/masking.ts'

/** The part of a command's output that is kept: its beginning, and its end. */
const headBytes = 1 << 22
const tailBytes = 1 << 21

/** Shared by all logs, because many buffers would use much memory until collected. */
const scratch = Buffer.alloc(tailBytes)

/** Longer lines are cut for readers. */
const longestLine = 1 << 20

/** The prefix of the harness's lines in a log. */
export const harnessMark = '── '

/** Added before a command's line that looks like one of the harness. */
const commandMark = '│ '

/**
 * Writes a command's output to a log, and passes it on line by line. The command has no access to the file: it can neither take back
 * output nor write a line in the name of the harness. Of endless output, beginning and end are kept.
 */
export class OutputLog {
  private readonly file: number
  private readonly start: number
  private readonly onLines: (lines: readonly string[]) => void
  private readonly decoder = new StringDecoder('utf8')
  private size: number
  private rest = ''
  private leftOut = 0

  /** @param onLines Takes completed lines, without their ends. */
  constructor(path: string, onLines: (lines: readonly string[]) => void = () => {}) {
    this.file = openToAppend(path)
    this.start = fstatSync(this.file).size
    this.size = this.start
    this.onLines = onLines
  }

  take(chunk: Buffer): void {
    const [first = '', ...others] = toPlainCharacters(this.decoder.write(chunk)).split('\n')
    this.rest += first // joined only at a line end: a long line comes in many parts
    const lines = others.length === 0 ? [] : [this.takeRest(), ...others.slice(0, -1)]
    this.rest += others.at(-1) ?? ''
    if (this.rest.length > longestLine) lines.push(this.takeRest())
    if (lines.length > 0) this.write(lines)
  }

  close(): void {
    this.rest += toPlainCharacters(this.decoder.end())
    if (this.rest !== '') this.write([this.takeRest()])
    closeSync(this.file)
  }

  private takeRest(): string {
    const rest = this.rest
    this.rest = ''
    return rest
  }

  private write(lines: readonly string[]): void {
    const marked = lines.map(line => toCommandLine(maskSecrets(line)))
    try {
      this.append(marked)
    } catch {
      // a full disk costs the log, not the run
    }
    this.onLines(marked)
  }

  private append(marked: readonly string[]): void {
    const bytes = Buffer.from(`${marked.join('\n')}\n`)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at)
    this.size += bytes.length
    if (this.size - this.start > headBytes + 2 * tailBytes) this.leaveOut()
  }

  /** Removes the middle, between beginning and end. */
  private leaveOut(): void {
    const { size } = fstatSync(this.file)
    if (size < this.size) {
      this.size = size // it was truncated from outside
      return
    }
    const length = readSync(this.file, scratch, 0, tailBytes, Math.max(this.start, size - tailBytes))
    const tail = scratch.subarray(0, length)
    const whole = tail.subarray(tail.indexOf(10) + 1)
    this.leftOut += this.size - this.start - headBytes - whole.length
    ftruncateSync(this.file, this.start + headBytes)
    const note = `\n${harnessMark}${this.leftOut} bytes omitted here\n`
    writeSync(this.file, note)
    writeSync(this.file, whole)
    this.size = fstatSync(this.file).size
  }
}

function toCommandLine(line: string): string {
  return line.trimStart().startsWith(harnessMark.trim()) ? `${commandMark}${line}` : line
}
