import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { totalmem } from 'node:os'
import { requireProgram } from '../files/programs.ts'
import { withBridges } from './bridge.ts'
import { toMerged, toSameUser, withOverlays } from './overlays.ts'
import type { CommandLine, Mount, View } from './view.ts'

/** Namespaces of its own and no privileges. When bubblewrap ends, the kernel ends everything in them. */
const isolation = [
  '--die-with-parent',
  '--unshare-pid',
  '--unshare-ipc',
  '--unshare-uts',
  '--unshare-cgroup-try',
  '--cap-drop',
  'ALL',
]

/** The machine, to be read; devices, processes and temporary files of its own. */
const machine = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc']
/** What root could change there without any privilege. */
const kernelSettings = ['/proc/sys', '/proc/sysrq-trigger', '/proc/irq', '/proc/bus']
const temporary = ['/tmp', '/var/tmp', '/run']
/** They are kept in memory, so they must not hold all of it. Where something is hidden, there are mount points only. */
const temporaryBytes = String(Math.floor(totalmem() / 4))
const emptyBytes = String(16 << 20)

/**
 * A command in a directory, so that it sees only its view of the machine.
 *
 * bubblewrap is ended by the first signal, and with it at once everything inside. So it is started deaf to TERM, and the command hears it
 * again and can end in its own way.
 */
export function toBubblewrap(view: View, directory: string, command: CommandLine): CommandLine {
  const deaf = ['-c', 'trap "" TERM; exec "$@"', 'sh'] as const
  return [
    requireProgram('sh'),
    ...deaf,
    ...withOverlays(view.overlays, [
      requireProgram('bwrap'),
      ...isolation,
      ...(view.bridges === undefined ? [] : ['--unshare-net']),
      ...(view.overlays.length === 0 ? [] : toSameUser()),
      ...machine,
      ...toMounts(kernelSettings).flatMap(({ from, at }) => ['--ro-bind', from, at]),
      ...toPlaces(view),
      ...view.blank.filter(isFile).flatMap(path => ['--ro-bind', '/dev/null', realpathSync(path)]),
      ...['--chdir', directory, '--'],
      ...[requireProgram('env'), '--default-signal=TERM', ...withBridges(view.bridges ?? [], command)],
    ]),
  ]
}

/** What is deeper comes later, so that it is seen inside of what hides the places around it. */
function toPlaces({ hidden, readable, writable, home, shown, overlays }: View): string[] {
  const tmpfs = [
    ...temporary.flatMap(toRealFolder).map(path => ['--size', temporaryBytes, '--tmpfs', path]),
    ...hidden.flatMap(toRealFolder).map(path => ['--size', emptyBytes, '--tmpfs', path]),
  ]
  const binds = [
    ['--bind', home.from, home.at],
    ...toMounts([...readable, '/etc/resolv.conf']).map(({ from, at }) => ['--ro-bind', from, at]),
    ...shown.map(({ from, at }) => ['--ro-bind', from, at]),
    ...overlays.map(overlay => ['--bind', toMerged(overlay), overlay.lower]),
    ...toMounts(writable).map(({ from, at }) => ['--bind', from, at]),
  ]
  const places = [...tmpfs, ...binds].sort((a, b) => toDepth(a.at(-1)) - toDepth(b.at(-1)))
  const bound = new Set(binds.map(bind => bind.at(-1)))
  const empty = hidden.flatMap(toRealFolder).filter(path => !bound.has(path) && !temporary.includes(path))
  return [...places.flat(), ...empty.flatMap(path => ['--remount-ro', path])]
}

/** A mount on a link would be one on whatever the link leads to outside. */
function toMounts(paths: readonly string[]): Mount[] {
  return paths.flatMap(toReal).map(path => ({ from: path, at: path }))
}

function toDepth(path = ''): number {
  return path === '/' ? 0 : path.split('/').length
}

/** What cannot be reached from here is not shown either: PATH may name folders of another user. */
function tryLook(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

function isFile(path: string): boolean {
  return tryLook(path)?.isFile() ?? false
}

/** Where a folder really is, behind links; none when there is no such folder. */
function toRealFolder(path: string): string[] {
  return toReal(path).filter(real => real !== '/' && lstatSync(real).isDirectory())
}

function toReal(path: string): string[] {
  try {
    return [realpathSync(path)]
  } catch {
    return [] // it is not on this machine
  }
}
