import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { requireProgram } from '../files/programs.ts'
import type { View } from './view.ts'

/** Where a command in the sandbox finds its home, whoever's that is outside. */
const innerHome = '/tmp/home'

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
const temporary = ['/tmp', '/var/tmp', '/run']

export type CommandLine = readonly [program: string, ...args: string[]]

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
    requireProgram('bwrap'),
    ...isolation,
    ...machine,
    ...toPlaces(view),
    ...['--bind', view.home, innerHome, ...toFileBinds(view.homeFiles)],
    ...view.blank.filter(isFile).flatMap(path => ['--ro-bind', '/dev/null', path]),
    ...['--setenv', 'HOME', innerHome, '--setenv', 'TMPDIR', '/tmp', '--chdir', directory, '--'],
    ...[requireProgram('env'), '--default-signal=TERM', ...command],
  ]
}

/** What is deeper comes later, so that it is seen inside of what hides the places around it. */
function toPlaces({ hidden, readable, writable }: View): string[] {
  const tmpfs = [...temporary, ...hidden].flatMap(toRealFolder).map(path => ['--tmpfs', path])
  const binds = [
    ...[...readable, ...toRealFile('/etc/resolv.conf')]
      .filter(isThere)
      .map(path => ['--ro-bind', path, path]),
    ...writable.filter(isThere).map(path => ['--bind', path, path]),
  ]
  return [...tmpfs, ...binds].sort((a, b) => toDepth(a[1]) - toDepth(b[1])).flat()
}

function toFileBinds(files: View['homeFiles']): string[] {
  return files
    .filter(({ from }) => isFile(from))
    .flatMap(({ from, to }) => ['--ro-bind', from, join(innerHome, to)])
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

function isThere(path: string): boolean {
  return tryLook(path) !== undefined
}

function isFile(path: string): boolean {
  return tryLook(path)?.isFile() ?? false
}

/** Where a folder really is, behind links; none when there is no such folder. */
function toRealFolder(path: string): string[] {
  try {
    const real = realpathSync(path)
    return lstatSync(real).isDirectory() && real !== '/' ? [real] : []
  } catch {
    return [] // it is not on this machine
  }
}

/** The addresses of names are often looked up by a file in a place that is hidden. */
function toRealFile(path: string): string[] {
  try {
    return [realpathSync(path)]
  } catch {
    return [] // this machine knows no names
  }
}
