import { closeSync } from 'node:fs'
import { basename } from 'node:path'
import { isatty } from 'node:tty'
import { type Paint, toPaint } from '../../report/terminal/paint.ts'

/** The streams for answers and narration. */
export interface Terminal {
  /** Prints part of the answer to stdout: a text, in which this program is called as it was, or anything else as JSON. */
  answer(answer: string | object): void
  /** Prints a foreign text to stdout, unchanged. */
  relay(text: string): void
  /** Prints progress to stderr. Commands of this program are called as it was. */
  narrate(text: string): void
  /** Colours of the answer. */
  readonly paint: Paint
  /** Width of the answer's terminal; infinite if it is none. */
  readonly columns: number
  /** Colours of the narration. */
  readonly narrationPaint: Paint
  /** Whether answer and narration share a screen. */
  readonly isAnswerSeen: boolean
  /** Whether the narration can be updated in place. */
  readonly isLive: boolean
  /** How to call this program, for commands that can be pasted. */
  readonly program: string
}

export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ignoreClosed)
    assumeSize(stream)
  }
  closeLostTerminals()
  const program = toProgram(process.argv[1] ?? '')
  const relay = (text: string) => void process.stdout.write(`${text}\n`)
  return {
    answer: answer =>
      relay(typeof answer === 'string' ? withProgram(answer, program) : JSON.stringify(answer, null, 2)),
    relay,
    narrate: text => void process.stderr.write(`${withProgram(text, program)}\n`),
    paint: toPaint(hasColors(process.stdout)),
    columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
    narrationPaint: toPaint(hasColors(process.stderr)),
    isAnswerSeen: process.stdout.isTTY === true,
    isLive: process.stderr.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined,
    program,
  }
}

/** Some terminals do not know their size and say 0, as under `script` or a container's `--tty`: nothing would fit. */
function assumeSize(stream: NodeJS.WriteStream): void {
  if (stream.columns === 0) stream.columns = 80
  if (stream.rows === 0) stream.rows = 24
}

/** The reader of our output is gone: `head` ends (EPIPE), a terminal is closed (EIO). The work continues. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
}

/** At exit, node restores its initial terminals, and crashes if one is gone; it skips closed files. */
function closeLostTerminals(): void {
  const terminals = [0, 1, 2].filter(descriptor => isatty(descriptor))
  process.on('exit', () => {
    for (const descriptor of terminals) if (!isatty(descriptor)) closeSync(descriptor)
  })
}

function toProgram(script: string): string {
  if (basename(script) === 'parallel-agents')
    return script.includes('/node_modules/.bin/') ? 'npx parallel-agents' : 'parallel-agents'
  return `node ${/^[\w./-]+$/.test(script) ? script : `'${script.replaceAll("'", "'\\''")}'`}`
}

/** A text in which the commands of this program are called as the user calls it. */
export function withProgram(text: string, program: string): string {
  return text.replace(ownCommand, (_, start: string) => `${start}${program}`)
}

const ownCommand =
  /(^|["`\s])parallel-agents(?= (?:approve|clean|compile|conflicts|demo|discard|doctor|init|learn|logs|merge|plan|rollback|run|status)\b)/g

/** https://no-color.org and https://force-color.org */
function hasColors(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0'
  return stream.isTTY === true && process.env.TERM !== 'dumb'
}
