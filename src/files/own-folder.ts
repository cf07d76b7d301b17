import { lstatSync, mkdirSync, type Stats, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'

/** Folders that the harness made and agents can reach, each with its identity at that time. */
const known = new Map<string, string>()

/** Something else replaced a folder that the harness made: writing there would damage foreign files. */
class ReplacedFolderError extends Error {
  constructor(path: string) {
    super(`${path} is not the folder that this run made: it was replaced. Nothing was read or written there`)
    this.name = 'ReplacedFolderError'
  }
}

/** Makes a folder, or adopts an existing one, and remembers its identity. A link or file in its place is removed. */
export function makeOwnFolder(path: string): void {
  requireOwnPlace(path)
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there !== undefined && known.has(path) && !isSame(path)) throw new ReplacedFolderError(path)
  if (there !== undefined && !there.isDirectory()) unlinkSync(path)
  mkdirSync(path, { recursive: true })
  known.set(path, toIdentity(lstatSync(path)))
}

/** Forgets a folder that the harness itself moves or deletes, and those in it. */
export function forgetOwnFolder(path: string): void {
  for (const folder of known.keys()) {
    if (folder === path || folder.startsWith(`${path}/`)) known.delete(folder)
  }
}

/**
 * Throws if a path no longer leads to the same place: a folder that the harness made was replaced, or a link stands between it and
 * the path.
 */
export function requireOwnPlace(path: string): void {
  const between: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (known.has(folder)) {
      for (const inner of between) if (isLink(inner)) throw new ReplacedFolderError(inner)
      between.length = 0
      if (!isSame(folder)) throw new ReplacedFolderError(folder)
    } else between.push(folder)
    if (folder === dirname(folder)) return
  }
}

/** A missing folder is safe. */
function isSame(folder: string): boolean {
  const info = lstatSync(folder, { throwIfNoEntry: false })
  return info === undefined || (info.isDirectory() && toIdentity(info) === known.get(folder))
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function toIdentity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`
}
