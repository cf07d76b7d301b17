import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { requireProgram } from '../files/programs.ts'
import type { CommandLine } from '../model/command-line.ts'
import { withBridges } from './bridge.ts'
import { toSameUser, withOverlays } from './overlays.ts'
import { toMounts, toPlaces } from './places.ts'
import { listSockets } from './sockets.ts'
import type { View } from './view.ts'

/** Separate namespaces and no privileges. When bubblewrap ends, the kernel kills everything in them. */
const isolation = [
  '--die-with-parent',
  '--unshare-pid',
  '--unshare-ipc',
  '--unshare-uts',
  '--unshare-cgroup-try',
  '--cap-drop',
  'ALL',
]

/** Settings that root could change there without privileges. */
const kernelSettings = ['/proc/sys', '/proc/sysrq-trigger', '/proc/irq', '/proc/bus']

/** bubblewrap closes it before it starts the command. */
const filterDescriptor = '9'
const openFilter = `filter=$1; shift; exec "$@" ${filterDescriptor}<"$filter"`

/**
 * A command that sees only its view of the machine, in a directory.
 *
 * The first signal ends bubblewrap, and everything inside with it. So bubblewrap is started with TERM ignored; the command receives it
 * and can shut down in its own way.
 */
export function wrapWithBubblewrap(view: View, directory: string, command: CommandLine): CommandLine {
  const { keyFilter } = view
  return [
    requireProgram('sh'),
    '-c',
    `trap "" TERM; ${keyFilter === undefined ? 'exec "$@"' : openFilter}`,
    ...['sh', ...(keyFilter === undefined ? [] : [keyFilter])],
    ...withOverlays(view.overlays, [
      requireProgram('bwrap'),
      ...isolation,
      ...(keyFilter === undefined ? [] : ['--seccomp', filterDescriptor]),
      ...(view.bridges === undefined ? [] : ['--unshare-net']),
      ...(view.overlays.length === 0 ? [] : toSameUser()),
      ...toPlaces(view),
      ...toMounts(kernelSettings).flatMap(({ from, at }) => ['--ro-bind', from, at]),
      ...[...view.blank.filter(isFile).map(path => realpathSync(path)), ...listSockets(view)].flatMap(
        path => ['--ro-bind', '/dev/null', path],
      ),
      ...['--chdir', directory, '--'],
      ...withBridges(view.bridges ?? [], [requireProgram('env'), '--default-signal=TERM', ...command]),
    ]),
  ]
}

/** Paths that are unreachable here are not shown: PATH may name folders of another user. */
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
