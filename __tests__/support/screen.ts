import { spawn } from 'node:child_process'
import xterm from '@xterm/headless'
import { cliBundle } from './bundles.ts'
import { gitEnvironment } from './repository.ts'

export interface ScreenSize {
  readonly columns: number
  readonly rows: number
}

export interface ScreenRun {
  readonly code: number
  /** Every picture that the terminal has shown, as its lines without trailing blanks, in order. */
  readonly pictures: readonly (readonly string[])[]
  /** The lines that have scrolled off, then the last picture. */
  readonly all: readonly string[]
}

/** Runs the command line in a terminal of a size, 0 for one that does not know it (through script(1)), and what comes out through an emulation of one. */
export async function runOnScreen(
  folder: string,
  args: readonly string[],
  { columns, rows }: ScreenSize,
): Promise<ScreenRun> {
  const terminal = new xterm.Terminal({
    cols: columns || 80,
    rows: rows || 24,
    scrollback: 1000,
    allowProposedApi: true,
  })
  const command = `stty cols ${columns} rows ${rows}; exec "$NODE" "$BUNDLE" ${args.join(' ')}`
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: folder,
    env: { ...toEnvironment(), NODE: process.execPath, BUNDLE: cliBundle, TERM: 'xterm-256color' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pictures: string[][] = []
  let written = ''
  for await (const chunk of child.stdout) {
    written += (chunk as Buffer).toString('latin1')
    await new Promise<void>(resolve => terminal.write(chunk as Buffer, resolve))
    if (!isUpdating(written)) pictures.push(readLines(terminal, terminal.buffer.active.baseY))
  }
  const code = await new Promise<number>(resolve => {
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.on('close', exit => resolve(exit ?? -1))
  })
  return { code, pictures, all: readLines(terminal, 0) }
}

/** Between the marks of a synchronized update a terminal keeps showing the picture before it. */
function isUpdating(written: string): boolean {
  return written.lastIndexOf('\x1b[?2026h') > written.lastIndexOf('\x1b[?2026l')
}

function toEnvironment(): NodeJS.ProcessEnv {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...env } = process.env
  return { ...env, ...gitEnvironment }
}

function readLines({ buffer: { active } }: InstanceType<typeof xterm.Terminal>, first: number): string[] {
  return Array.from({ length: active.length - first }, (_, index) => {
    return active.getLine(first + index)?.translateToString(true) ?? ''
  })
}
