import { join } from 'node:path'
import { requireProgram, tryProgram } from '../files/programs.ts'
import type { CommandLine, Overlay } from './view.ts'

/** Where a folder that is not there for others is put together of what is read and what is changed. */
export function toMerged({ state }: Overlay): string {
  return join(state, 'merged')
}

/** One `mount` for all of them: a process for each would cost more than what it does. A folder that cannot be mounted stays empty. */
const mountAll = `printf '%s\\n' "$2" >"$3"
"$1" --all --fstab "$3" 2>/dev/null
shift 3
exec "$@"`

/** A command that sees overlays where they are merged. It runs in a mount namespace, as whoever may mount there. */
export function withOverlays(overlays: readonly Overlay[], command: CommandLine): CommandLine {
  const [first] = overlays
  if (first === undefined) return command
  const table = overlays.map(toTableLine).join('\n')
  return [
    ...toNamespace(),
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

/** https://man7.org/linux/man-pages/man5/fstab.5.html: fields end with white space, which is written in octal in them. */
function toTableLine(overlay: Overlay): string {
  const fields = ['overlay', toMerged(overlay), 'overlay', toOptions(overlay), '0', '0']
  return fields.map(field => field.replace(/[\s\\#]/g, toOctal)).join(' ')
}

function toOctal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}

/** Root can mount as it is; anyone else is root in a namespace of users. */
function toNamespace(): CommandLine {
  const mine = isRoot() ? ['--mount'] : ['--user', '--map-root-user', '--mount']
  return [requireProgram('unshare'), ...mine]
}

/** Inside of such a namespace, who a command was before. */
export function toSameUser(): string[] {
  if (isRoot()) return []
  return ['--unshare-user', '--uid', String(process.getuid?.()), '--gid', String(process.getgid?.())]
}

/** The command that finds out whether there are overlays; undefined: what they need is not installed. */
export function tryOverlayProbe(overlay: Overlay, inner: CommandLine): CommandLine | undefined {
  if (['mount', 'unshare'].some(name => tryProgram(name as 'mount' | 'unshare') === undefined))
    return undefined
  return withOverlays([overlay], inner)
}

/** Names with these characters would be read as several. */
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
