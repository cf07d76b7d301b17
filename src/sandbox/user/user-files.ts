import { execFile } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { requireProgram, tryProgram } from '../../files/programs.ts'
import { runAsUser, userRange } from './user-command.ts'

const ownMode = 0o700
const mostBytes = 1 << 24

/** Whatever a user of the range has, an agent made: all of its hard links are an agent's. */
const ofAgents = ['-uid', `+${userRange.first - 1}`, '-uid', `-${userRange.last + 1}`] as const
/** A file with a second link may be a file of someone else, that an agent has linked to. */
const mayBeGiven = [
  ...['(', '-type', 'd', '-o', '-type', 'l', '-o', '-type', 'f', '-links', '1', '-o'],
  ...['-type', 'f', ...ofAgents, ')'],
] as const

/**
 * Gives everything in these folders to a user, and hides them from all others. No link is followed. Its processes must not run
 * meanwhile: they could move a foreign file to a path that was looked at.
 */
export async function giveToUser(user: number, folders: readonly string[]): Promise<void> {
  const owner = `${user}:${user}`
  await changeOwner(folders, ['!', '-uid', String(user), ...mayBeGiven], owner)
  for (const folder of folders) chmodSync(folder, ownMode)
}

function ofUser(user: number): string[] {
  return ['(', '-uid', String(user), '-o', '-gid', String(user), ')']
}

/** Makes everything of a user in these folders root's again. */
export async function takeFromUser(user: number, folders: readonly string[]): Promise<void> {
  const there = folders.filter(folder => existsSync(folder))
  if (there.length > 0) await changeOwner(there, ofUser(user), '0:0').catch(() => {}) // parts are being deleted
}

async function changeOwner(
  folders: readonly string[],
  tests: readonly string[],
  owner: string,
): Promise<void> {
  const change = ['-exec', requireProgram('chown'), '-h', owner, '{}', '+']
  const args = ['-P', ...folders, '-xdev', ...tests, ...change]
  await promisify(execFile)(requireProgram('find'), args, { env: {}, maxBuffer: mostBytes })
}

/** Millions of files take minutes. */
const mostMilliseconds = 600_000

/** Folders that every user of a machine can write to. */
const sharedFolders = ['/tmp', '/var/tmp', '/dev/shm', '/dev/mqueue', '/run/lock', '/var/crash']

/**
 * As that user, so that nothing but its own can be deleted, whatever other users do there meanwhile. Deep folders that it cannot
 * write to are not searched: they may hold anything.
 */
const removeFiles = `user=$1; shift
find "$@" -xdev -mindepth 1 '(' -user "$user" -prune -exec sh -c '
  rm -rf -- "$@" 2>/dev/null || { chmod -R u+rwX -- "$@"; rm -rf -- "$@"; }
' sh {} + ')' -o '(' -type d ! -writable -path '/*/*/*/*' -prune ')' 2>/dev/null
exit 0`

/** Deletes what a user left in shared folders, and its shared memory, semaphores and queues. */
export async function removeLeft(user: number): Promise<void> {
  const folders = sharedFolders.filter(folder => existsSync(folder))
  const objects = listSharedObjects(String(user))
  const ipcrm = tryProgram('ipcrm')
  if (objects.length > 0 && ipcrm !== undefined)
    await runAsUser(user, 'exec "$@"', [ipcrm, ...objects]).catch(() => {}) // another one may hold it for a moment
  await runAsUser(user, removeFiles, [String(user), ...folders], mostMilliseconds)
}

const kinds = [
  ['shm', '-m'],
  ['msg', '-q'],
  ['sem', '-s'],
] as const

/** Arguments of `ipcrm` for the objects of a user. The first line of each file names its columns; the second column is the id. */
function listSharedObjects(user: string): string[] {
  return kinds.flatMap(([kind, option]) => {
    const path = `/proc/sysvipc/${kind}`
    if (!existsSync(path)) return []
    const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
    const names = head.trim().split(/\s+/)
    const at = (row: readonly string[], name: string) => row[names.indexOf(name)]
    return rows
      .map(row => row.trim().split(/\s+/))
      .filter(row => at(row, 'uid') === user || at(row, 'cuid') === user)
      .flatMap(([, id = '']) => [option, id])
  })
}
