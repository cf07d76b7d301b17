import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import { isRealFolder } from '../../files/real-folder.ts'
import { trashPrefix } from '../../git/repository/trash.ts'
import { runCommandLine } from '../databases/run-program.ts'
import {
  type CloneMode,
  canReflink,
  cloneFolder,
  hasForeignFiles,
  moveFolder,
  removeUnshareable,
} from './clone-folder.ts'
import { listUnsafe } from './unsafe-paths.ts'
import { forgetOldSets, isHeld, noteName, noteUse, partPrefix, retireSet } from './used-sets.ts'

/** A set may come from a cache, which others can write. */
const innerPath = z.string().regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))/)

const entrySchema = z.object({
  /** Folders of a checkout, with the paths in each that are always copied. */
  folders: z.array(
    z.object({ path: innerPath.regex(/(?:^|\/)(?:node_modules|vendor)$/), copied: z.array(innerPath) }),
  ),
  /** Of all files: detects changes that a tool made through a shared file. */
  fingerprint: z.string(),
})

type Entry = z.output<typeof entrySchema>

/** What checkouts may have in common. */
export interface Sharing {
  /** Files of which they may have hard links. A task could change those that are not closed to its user for all. */
  readonly linked: 'all' | 'closed' | 'none'
  /** Mounts folders of a set in the checkout. False: they must be copied. */
  tryMount?(
    set: string,
    folders: readonly { readonly from: string; readonly path: string }[],
  ): Promise<boolean>
  /** Whether that would work for these folders of the checkout. */
  canMount?(paths: readonly string[]): Promise<boolean>
}

/** Installed dependencies of a repository, by the content of their lock files, for all checkouts. */
export class DependencyStore {
  private readonly folder: string
  private readonly sharing: Sharing

  constructor(folder: string, sharing: Sharing) {
    this.folder = folder
    this.sharing = sharing
  }

  /** Puts a stored set into a checkout. False: it is missing, was changed, or cannot be cloned. */
  async tryPlace(key: string, checkout: string): Promise<boolean> {
    const place = join(this.folder, key)
    const entry = tryReadEntry(place)
    if (entry === undefined || !entry.folders.every(({ path }) => isFree(path, checkout))) return false
    if ((await readFingerprint(place, entry)) !== entry.fingerprint) {
      await retireSet(place)
      return false
    }
    const mode = await this.chooseMode({ from: place, checkout, closed: 'link-closed' })
    noteUse(place)
    const folders = entry.folders.map(({ path }) => ({ from: join(place, path), path }))
    if (mode === 'copy' && (await this.sharing.tryMount?.(place, folders))) return true
    try {
      for (const { path, copied } of entry.folders)
        await cloneFolder({ from: join(place, path), to: join(checkout, path), mode, copied })
      return true
    } catch {
      // An installation of its own may still work, and tells more if it does not.
      for (const { path } of entry.folders) await rm(join(checkout, path), { recursive: true, force: true })
      return false
    }
  }

  /**
   * Stores folders of a checkout, atomically.
   *
   * @returns False: they were moved, so that the checkout must get them back by `tryPlace`.
   */
  async keep(key: string, checkout: string, folders: readonly string[]): Promise<boolean> {
    if (await this.isForeign(checkout, folders)) return true
    const part = join(this.folder, `${partPrefix}${randomBytes(6).toString('hex')}`)
    await mkdir(part, { recursive: true, mode: 0o700 })
    try {
      // The checkout's own files belong to its user.
      const mode = await this.chooseMode({ from: checkout, checkout, closed: 'copy' })
      const entries = folders.map(path => ({ path, copied: listUnsafe(join(checkout, path)) }))
      const isMoved = mode === 'copy' && (await this.sharing.canMount?.(folders)) === true
      for (const { path, copied } of entries) {
        const [from, to] = [join(checkout, path), join(part, path)]
        if (isMoved) await moveFolder(from, to)
        else await cloneFolder({ from, to, mode, copied })
      }
      await removeUnshareable(part)
      const entry = { folders: entries, fingerprint: '' }
      const fingerprint = await readFingerprint(part, entry)
      writePlainFile(join(part, noteName), JSON.stringify({ ...entry, fingerprint }))
      const place = join(this.folder, key)
      if (tryReadEntry(place) === undefined) await rm(place, { recursive: true, force: true })
      await rename(part, place).catch(() => {}) // another process was faster
      await forgetOldSets(this.folder)
      return !isMoved
    } finally {
      await rm(part, { recursive: true, force: true })
    }
  }

  /** A copy of a file that its user cannot read would be given to users. */
  private async isForeign(checkout: string, folders: readonly string[]): Promise<boolean> {
    if (this.sharing.linked !== 'closed') return false
    for (const path of folders) if (await hasForeignFiles(join(checkout, path))) return true
    return false
  }

  private async chooseMode({ from, checkout, closed }: ModeRequest): Promise<CloneMode> {
    const { linked } = this.sharing
    if (await canReflink(join(this.folder, partPrefix), join(dirname(checkout), trashPrefix)))
      return 'reflink'
    if (linked === 'closed') return closed
    if (linked === 'none' || platform() !== 'linux') return 'copy'
    // What is changed through a link would also change for those that show the set.
    return (await isHeld(from)) ? 'copy' : 'link'
  }
}

interface ModeRequest {
  readonly from: string
  readonly checkout: string
  /** Where checkouts have users of their own. */
  readonly closed: CloneMode
}

/** No link of the checkout leads elsewhere. */
function isFree(path: string, checkout: string): boolean {
  return isRealFolder(checkout, dirname(path)) && !existsSync(join(checkout, path))
}

/** Undefined: nothing is stored, or what a cache gave cannot be used. */
function tryReadEntry(place: string): Entry | undefined {
  try {
    const entry = entrySchema.parse(JSON.parse(readPlainText(join(place, noteName))))
    return entry.folders.every(({ path }) => isRealFolder(place, path)) ? entry : undefined
  } catch {
    return undefined
  }
}

/** Useless without shared files, and slow. */
async function readFingerprint(place: string, { folders }: Pick<Entry, 'folders'>): Promise<string> {
  if (platform() !== 'linux') return ''
  const hash = createHash('sha256')
  for (const { path } of folders) {
    const find = [requireProgram('find'), join(place, path), '-type', 'f', '-printf', '%P %s %T@\\0']
    hash.update(
      (await runCommandLine(find, { env: {}, mostCharacters: 1 << 28 })).split('\0').sort().join('\0'),
    )
  }
  return hash.digest('hex')
}
