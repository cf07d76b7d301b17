import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { requireProgram, tryProgram } from '../files/programs.ts'
import type { CommandLine } from '../model/command-line.ts'
import { toSeatbeltProfile } from './seatbelt-profile.ts'
import type { View } from './view.ts'

/** Commands run in the sandbox of macOS: it forbids what is not theirs, at the usual paths, and has no mounts. */
export interface SeatbeltSandbox {
  readonly kind: 'seatbelt'
  readonly hasOverlays: false
  readonly hasNetwork: false
  /** The command line that runs a command inside. Its working directory is that of its caller. */
  wrap(view: View, command: CommandLine): CommandLine
}

function wrap(view: View, command: CommandLine): CommandLine {
  return [requireProgram('sandbox-exec'), '-p', toSeatbeltProfile(view), ...command]
}

/** Tests by trial whether it hides a file, and lets another one be changed. A text says why it does not work. */
export async function openSeatbelt(): Promise<SeatbeltSandbox | string> {
  if (tryProgram('sandbox-exec') === undefined) return 'sandbox-exec was not found'
  const folder = mkdtempSync(join(tmpdir(), 'parallel-agents-probe-'))
  const [own, foreign] = [join(folder, 'own'), join(folder, 'foreign')]
  try {
    for (const path of [own, foreign]) mkdirSync(path)
    writeFileSync(join(foreign, 'secret'), 'secret')
    const view = toProbeView(own, foreign)
    const script = ': > "$1"/written && ! cat "$2"/secret && ! cp "$1"/written "$2"'
    const [program, ...args] = wrap(view, [requireProgram('sh'), '-c', script, 'sh', own, foreign])
    await promisify(execFile)(program, args, { timeout: probeMilliseconds })
    return { kind: 'seatbelt', hasOverlays: false, hasNetwork: false, wrap }
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? '').trim()
    return `sandbox-exec does not work here (${said.split('\n').at(-1) || 'a trial failed'})`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const probeMilliseconds = 20_000

function toProbeView(own: string, foreign: string): View {
  return {
    ...{ writable: [own], hidden: [foreign], readable: [], blank: [], shown: [], overlays: [] },
    home: { from: own, at: own },
    ...{ memoryBytes: undefined, keyFilter: undefined, bridges: undefined },
  }
}
