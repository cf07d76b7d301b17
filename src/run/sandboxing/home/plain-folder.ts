import { lstatSync, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { removePlain } from '../../../files/plain-file.ts'

/** Creates a folder below one that an agent can write to: anything but folders on the way is removed, so that no link leads elsewhere. */
export function makePlainFolder(top: string, path: string): string {
  let place = top
  for (const name of path.split('/').filter(part => part !== '' && part !== '.')) {
    place = join(place, name)
    const info = lstatSync(place, { throwIfNoEntry: false })
    if (info?.isDirectory()) continue
    if (info !== undefined) removePlain(place)
    mkdirSync(place)
  }
  return place
}

/** The path in another home for a path in the user's home; undefined if it is not below it. */
export function tryRelative(home: string, path: string): string | undefined {
  return path.startsWith(`${home}/`) ? relative(home, path) : undefined
}
