import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { View } from './view.ts'

/** Devices that every program may write to. */
const devices = ['null', 'zero', 'tty', 'stdout', 'stderr', 'fd', 'ptmx', 'dtracehelper']

/** What others keep in temporary folders. */
const temporary = ['/tmp', '/var/tmp']

/** Other processes are out of reach, and nothing is started outside of the sandbox on a command's behalf. */
const processes = [
  '(deny signal)',
  '(allow signal (target same-sandbox))',
  '(deny process-info*)',
  '(allow process-info* (target same-sandbox))',
  '(deny appleevent-send)',
  '(deny lsopen)',
  '(deny job-creation)',
]

/** Services that give out passwords of the user's keychains. */
const keychains = ['com.apple.SecurityServer', 'com.apple.securityd.xpc', 'com.apple.secd']

/**
 * The rules for a command, in the language of `sandbox-exec`, where the last rule that fits an access decides. A command may look
 * up any path, but reads and lists only what its view shows.
 */
export function toSeatbeltProfile({ hidden, readable, writable, blank, home }: View): string {
  const own = toReal([home.from, ...writable])
  const places = [
    ...toReal([...hidden, ...temporary, tmpdir()]).map(path => ({ path, rule: 'deny' })),
    ...[...toReal(readable), ...own].map(path => ({ path, rule: 'allow' })),
  ].sort((a, b) => a.path.split('/').length - b.path.split('/').length)
  const secrets = toReal(blank).map(path => `(literal ${toText(path)})`)
  return [
    '(version 1)',
    '(allow default)',
    ...places.map(({ path, rule }) => `(${rule} file-read-data file-read-xattr (subpath ${toText(path)}))`),
    '(deny file-write*)',
    ...own.map(path => `(allow file-write* (subpath ${toText(path)}))`),
    ...devices.map(name => `(allow file-write* (literal "/dev/${name}"))`),
    '(allow file-write* (regex #"^/dev/ttys[0-9]+$"))',
    ...(secrets.length === 0 ? [] : [`(deny file-read-data file-write* ${secrets.join(' ')})`]),
    ...processes,
    `(deny mach-lookup ${keychains.map(name => `(global-name "${name}")`).join(' ')})`,
  ].join('\n')
}

/** Rules are compared with real paths; one that does not exist has no other. */
function toReal(paths: readonly string[]): string[] {
  const real = paths.map(path => {
    try {
      return realpathSync(path)
    } catch {
      return path
    }
  })
  return [...new Set(real)].filter(path => path !== '/')
}

function toText(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&')}"`
}
