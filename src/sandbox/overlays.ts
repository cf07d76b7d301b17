import { join } from 'node:path'
import { requireProgram, tryProgram } from '../files/programs.ts'
import type { CommandLine } from '../model/command-line.ts'
import type { Overlay } from './view.ts'

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
  return fields.map(field => field.replace(/[\s\\#]/g, toOctal)).join(' ')
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

/** The command that tests whether overlays work; undefined: their programs are not installed. */
export function tryOverlayProbe(overlay: Overlay, inner: CommandLine): CommandLine | undefined {
  if (['mount', 'unshare'].some(name => tryProgram(name as 'mount' | 'unshare') === undefined))
    return undefined
  return withOverlays([overlay], inner)
}

/** With these characters, a name would be read as several. */
export function canBeLower(folder: string): boolean {
  return !/[:,\\"\n]/.test(folder)
}

function toOptions({ lower, state }: Overlay): string {
  const places = `lowerdir=${lower},upperdir=${join(state, 'upper')},workdir=${join(state, 'work')}`
  return isRoot() ? places : `userxattr,${places}`
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
