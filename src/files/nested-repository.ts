import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { posix } from 'node:path'

const { dirname, resolve } = posix

/** git reads no longer file as a link to a git directory. */
const longestLink = 1 << 20
const mostReferences = 5
const mostRemovals = 100

/**
 * Removes what git would block on while it finds out whether a folder is a repository: pipes and devices in place of files of its
 * `.git`, also behind links. A `.git` that leads elsewhere is removed itself: what it leads to is not the agent's.
 *
 * @param link A `.git`, with one character a byte.
 */
export function makeHarmless(link: string): void {
  for (let round = 0; round < mostRemovals; round++) {
    const blocking = findBlocking(link)
    if (blocking === undefined) return
    rmSync(toBytes(findRemovable(link, blocking)), { force: true })
  }
  throw new Error(`${Buffer.from(link, 'latin1')} cannot be read: git would block on it`)
}

/** Whether git would block on a `.git`, with one character a byte. */
export function isBlocking(link: string): boolean {
  return findBlocking(link) !== undefined
}

/** The path of a file that git would open there, if that blocks. */
function findBlocking(link: string): string | undefined {
  const directory = findGitDirectory(link)
  if (directory === undefined) return undefined
  const direct = ['HEAD', 'commondir', 'config', 'config.worktree', 'packed-refs', 'reftable/tables.list']
  const found = direct.map(name => `${directory}/${name}`).find(isSpecial)
  if (found !== undefined) return found
  const common = resolve(directory, readLine(`${directory}/commondir`) || '.')
  const shared = direct.map(name => `${common}/${name}`).find(isSpecial)
  return shared ?? findBlockingReference([directory, common])
}

function findBlockingReference(places: readonly string[]): string | undefined {
  const [directory = ''] = places
  let line = readLine(`${directory}/HEAD`)
  for (let step = 0; step < mostReferences; step++) {
    const name = /^ref:\s*(\S+)/.exec(line)?.[1]
    if (name === undefined) return undefined
    const paths = places.map(place => `${place}/${name}`)
    const found = paths.find(isSpecial)
    if (found !== undefined) return found
    line = paths.map(readLine).find(text => text !== '') ?? ''
  }
  return undefined
}

/** Undefined if git does not follow it. */
function findGitDirectory(link: string): string | undefined {
  const info = tryStat(link)
  if (info?.isDirectory()) return link
  const target = /^gitdir: ([^\0]*)/.exec(readLine(link))?.[1]
  return target === undefined ? undefined : resolve(dirname(link), target)
}

/** What can be removed without touching anything outside of the repository: a link on the way, or the special file. */
function findRemovable(link: string, blocking: string): string {
  if (!lstatSync(toBytes(link)).isDirectory()) return link
  if (!blocking.startsWith(`${link}/`)) return `${link}/commondir`
  const names = blocking.slice(link.length + 1).split('/')
  const steps = names.map((_, index) => `${link}/${names.slice(0, index + 1).join('/')}`)
  return steps.find(step => lstatSync(toBytes(step), { throwIfNoEntry: false })?.isSymbolicLink()) ?? blocking
}

/** The content of a file without line ends; empty if there is none. */
function readLine(path: string): string {
  return tryRead(path)?.replace(/[\r\n]+$/, '') ?? ''
}

/** Undefined if it is missing, too long, or unreadable, also for git. A pipe that has just been put there does not block. */
function tryRead(path: string): string | undefined {
  let file: number | undefined
  try {
    file = openSync(toBytes(path), constants.O_RDONLY | constants.O_NONBLOCK)
    const info = fstatSync(file)
    return info.isFile() && info.size <= longestLink ? readFileSync(file, 'latin1') : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function isSpecial(path: string): boolean {
  const info = tryStat(path)
  return info !== undefined && !info.isFile() && !info.isDirectory()
}

function tryStat(path: string): Stats | undefined {
  try {
    return statSync(toBytes(path), { throwIfNoEntry: false })
  } catch {
    return undefined // a loop of links, or a part of the path is a file
  }
}

function toBytes(path: string): Buffer {
  return Buffer.from(path, 'latin1')
}
