import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { requireProgram } from '../files/programs.ts'
import { withBridges } from './bridge.ts'
import { toSameUser, withOverlays } from './overlays.ts'
import { toMounts, toPlaces } from './places.ts'
import type { CommandLine, View } from './view.ts'

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

/** What root could change there without any privilege. */
const kernelSettings = ['/proc/sys', '/proc/sysrq-trigger', '/proc/irq', '/proc/bus']

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
      ...toPlaces(view),
      ...toMounts(kernelSettings).flatMap(({ from, at }) => ['--ro-bind', from, at]),
      ...view.blank.filter(isFile).flatMap(path => ['--ro-bind', '/dev/null', realpathSync(path)]),
      ...['--chdir', directory, '--'],
      ...withBridges(view.bridges ?? [], [requireProgram('env'), '--default-signal=TERM', ...command]),
    ]),
  ]
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
