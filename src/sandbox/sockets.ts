import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tryReadProcFile } from '../files/read-open-file.ts'
import type { View } from './view.ts'

/** Each costs a mount at every start. */
const mostSockets = 100
const temporary = ['/tmp', '/var/tmp', '/run']

/**
 * The sockets of the machine's services that a view would show, at their real paths. A read-only mount does not keep a command from
 * connecting, and a network of its own has no effect on sockets with a path.
 */
export function listSockets({ hidden, writable }: View): string[] {
  const covered = [...temporary, ...hidden, ...writable].flatMap(tryReal)
  const paths = [...new Set(readListening().flatMap(tryReal))]
  return paths
    .filter(path => isSocket(path) && !covered.some(folder => path.startsWith(`${folder}/`)))
    .slice(0, mostSockets)
}

const listening = '00010000'

/** https://man7.org/linux/man-pages/man5/proc_net.5.html: `Num RefCount Protocol Flags Type St Inode Path` */
function readListening(): string[] {
  const lines = (tryReadProcFile('net/unix') ?? '').split('\n') // hidden on some machines
  return lines.flatMap(line => {
    const [, flags, path] = /^\S+ \S+ \S+ (\S+) \S+ \S+ +\d+ (\/.+)$/.exec(line) ?? []
    return flags === listening && path !== undefined ? [path] : []
  })
}

function tryReal(path: string): string[] {
  try {
    return [join(realpathSync(dirname(path)), basename(path))]
  } catch {
    return [] // deleted, or of another mount namespace
  }
}

function isSocket(path: string): boolean {
  try {
    return lstatSync(path).isSocket()
  } catch {
    return false
  }
}
