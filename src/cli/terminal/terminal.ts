import { closeSync } from 'node:fs'
import { basename } from 'node:path'
import { isatty } from 'node:tty'
import { type Paint, toPaint } from '../../report/terminal/paint.ts'

/** Where answers and narration go. */
export interface Terminal {
  /** Prints a part of the answer on stdout. */
  answer(text: string): void
  /** Tells on stderr what is going on. */
  narrate(text: string): void
  /** Colours of the answer. */
  readonly paint: Paint
  /** Width of the terminal that the answer goes to; infinite when it goes elsewhere. */
  readonly columns: number
  /** Colours of the narration. */
  readonly narrationPaint: Paint
  /** Whether the answer goes to the same screen as the narration. */
  readonly isAnswerSeen: boolean
  /** Whether the narration can be redrawn in place. */
  readonly isLive: boolean
  /** How this program was called, for commands that the user can paste. */
  readonly program: string
}

export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosed)
  closeLostTerminals()
  return {
    answer: text => void process.stdout.write(`${text}\n`),
    narrate: text => void process.stderr.write(`${text}\n`),
    paint: toPaint(hasColors(process.stdout)),
    columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
    narrationPaint: toPaint(hasColors(process.stderr)),
    isAnswerSeen: process.stdout.isTTY === true,
    isLive: process.stderr.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined,
    program: toProgram(process.argv[1] ?? ''),
  }
}

/** Whoever read our output has gone: `head` ends (EPIPE), a terminal is closed (EIO). The work continues. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
}

/** When it ends, node restores the terminals that it was started in, and crashes when one is gone: it passes over closed files. */
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

/** https://no-color.org and https://force-color.org */
function hasColors(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0'
  return stream.isTTY === true && process.env.TERM !== 'dumb'
}
