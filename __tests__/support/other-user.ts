import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './repository.ts'

const drops = '--reuid=61184 --regid=61184 --clear-groups --no-new-privs --bounding-set=-all'.split(' ')

/** Whether commands can run as users of their own here: as root, with setpriv. */
export const hasOtherUsers =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('setpriv', [...drops, 'true'], { stdio: 'ignore' }).status === 0

/** Why tests of it are skipped. */
export const otherUsersTitle = hasOtherUsers ? '' : ' (skipped: needs root and setpriv)'

/** A PATH with everything of the machine but these programs. */
export function makePathWithout(...missing: readonly string[]): string {
  const folder = openToOthers(makeFolder('path'))
  const seen = new Set(missing)
  for (const place of (process.env.PATH ?? '').split(':'))
    for (const name of tryList(place)) {
      if (seen.has(name)) continue
      seen.add(name)
      symlinkSync(join(place, name), join(folder, name))
    }
  return folder
}

/** Folders of tests are closed to other users, which repositories mostly are not. */
export function openToOthers(folder: string): string {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}

function tryList(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // PATH names folders that are not there
  }
}
