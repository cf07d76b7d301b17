import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { requireProgram, tryProgram } from '../files/programs.ts'
import type { CommandLine } from '../model/command-line.ts'
import type { Overlay } from './view.ts'

const probeMilliseconds = 20_000
const findAll = 'for place; do grep -qF "overlay $place " /proc/mounts || exit 1; done'

/** The private folder that merges what is read with what is changed. */
export function toMerged({ state }: Overlay): string {
  return join(state, 'merged')
}

/** One `mount` for all: processes cost more than mounting. A folder that cannot be mounted stays empty. */
const mountAll = `printf '%s\\n' "$2" >"$3"
"$1" --all --fstab "$3" 2>/dev/null
shift 3
exec "$@"`

/** A command that sees overlays at their merged folders, run in a mount namespace with the right to mount. */
export function withOverlays(overlays: readonly Overlay[], command: CommandLine): CommandLine {
  const [first] = overlays
  if (first === undefined) return command
  const table = overlays.map(toTableLine).join('\n')
  return [
    ...findNamespace(),
    ...[
      requireProgram('sh'),
      '-c',
      mountAll,
      'sh',
      requireProgram('mount'),
      table,
      join(first.state, 'table'),
    ],
    ...command,
  ]
}

/** https://man7.org/linux/man-pages/man5/fstab.5.html: white space separates fields, and is written in octal inside them. */
function toTableLine(overlay: Overlay): string {
  const fields = ['overlay', toMerged(overlay), 'overlay', toOptions(overlay), '0', '0']
  return fields.map(toInTable).join(' ')
}

/** A field of `fstab` and of `/proc/mounts`. */
function toInTable(field: string): string {
  return field.replace(/[ \t\n\\#]/g, toOctal)
}

function toOctal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}

/** Root can mount directly; other users become root in a user namespace. */
function findNamespace(): CommandLine {
  const mine = isRoot() ? ['--mount'] : ['--user', '--map-root-user', '--mount']
  return [requireProgram('unshare'), ...mine]
}

/** Restores the user of the command inside such a namespace. */
export function toSameUser(): string[] {
  if (isRoot()) return []
  return ['--unshare-user', '--uid', String(process.getuid?.()), '--gid', String(process.getgid?.())]
}

/** The folders of an overlay's state. */
export function makeOverlayState(state: string): void {
  for (const name of ['upper', 'work', 'merged']) mkdirSync(join(state, name), { recursive: true })
}

/** Tests overlays: whether they work depends on the machine, on the file system of their states, and on their names. */
export async function canMount(overlays: readonly Overlay[]): Promise<boolean> {
  if ((['mount', 'unshare'] as const).some(name => tryProgram(name) === undefined)) return false
  if (!overlays.flatMap(({ lowers, state }) => [...lowers, state]).every(canBeOption)) return false
  for (const { state } of overlays) makeOverlayState(state)
  const areMounted = [requireProgram('sh'), '-c', findAll, 'sh'] as const
  const places = overlays.map(overlay => toInTable(toMerged(overlay)))
  const bwrap = [requireProgram('bwrap'), '--bind', '/', '/', '--'] as const
  const [program, ...args] = withOverlays(overlays, [...bwrap, ...areMounted, ...places])
  return promisify(execFile)(program, args, { timeout: probeMilliseconds }).then(
    () => true,
    () => false,
  )
}

/** With these characters, a name would be read as several. */
export function canBeOption(folder: string): boolean {
  return !/[:,\\"\n]/.test(folder)
}

function toOptions({ lowers, state }: Overlay): string {
  const places = `lowerdir=${lowers.join(':')},upperdir=${join(state, 'upper')},workdir=${join(state, 'work')}`
  return isRoot() ? places : `userxattr,${places}`
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
