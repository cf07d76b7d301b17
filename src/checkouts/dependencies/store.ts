import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import { runCommandLine } from '../databases/run-program.ts'
import { type CloneMode, cloneFolder } from './clone-folder.ts'
import { isRealFolder } from './real-folder.ts'
import { listUnsafe } from './unsafe-paths.ts'

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

/** Describes a stored set, in its folder. */
export const noteName = 'entry.json'
/** Maximum stored sets; the most recently used stay. */
const mostEntries = 8

/** Installed dependencies of a repository, by the content of their lock files, for all checkouts. */
export class DependencyStore {
  private readonly folder: string
  private readonly mayLink: boolean

  /** @param mayLink Whether checkouts may share files. In the sandbox, a task could change them for all. */
  constructor(folder: string, mayLink: boolean) {
    this.folder = folder
    this.mayLink = mayLink
  }

  /** Puts a stored set into a checkout. False: it is missing or was changed. */
  async tryPlace(key: string, checkout: string): Promise<boolean> {
    const place = join(this.folder, key)
    const entry = tryReadEntry(place)
    if (entry === undefined || !entry.folders.every(({ path }) => isFree(path, checkout))) return false
    if ((await readFingerprint(place, entry)) !== entry.fingerprint) {
      await rm(place, { recursive: true, force: true })
      return false
    }
    const mode = await this.chooseMode(place, checkout)
    for (const { path, copied } of entry.folders)
      await cloneFolder({ from: join(place, path), to: join(checkout, path), mode, copied })
    return true
  }

  /** Stores folders of a checkout, atomically. */
  async keep(key: string, checkout: string, folders: readonly string[]): Promise<void> {
    const part = join(this.folder, `.part-${randomBytes(6).toString('hex')}`)
    await mkdir(part, { recursive: true, mode: 0o700 })
    try {
      const mode = await this.chooseMode(checkout, part)
      const entries = folders.map(path => ({ path, copied: listUnsafe(join(checkout, path)) }))
      for (const { path, copied } of entries)
        await cloneFolder({ from: join(checkout, path), to: join(part, path), mode, copied })
      const entry = { folders: entries, fingerprint: '' }
      const fingerprint = await readFingerprint(part, entry)
      writePlainFile(join(part, noteName), JSON.stringify({ ...entry, fingerprint }))
      const place = join(this.folder, key)
      if (tryReadEntry(place) === undefined) await rm(place, { recursive: true, force: true })
      await rename(part, place).catch(() => {}) // another process was faster
    } finally {
      await rm(part, { recursive: true, force: true })
    }
    await this.forgetOld()
  }

  private async chooseMode(from: string, to: string): Promise<CloneMode> {
    if (await canReflink(from, to)) return 'reflink'
    return this.mayLink && platform() === 'linux' ? 'link' : 'copy'
  }

  private async forgetOld(): Promise<void> {
    const names = readdirSync(this.folder).filter(name => existsSync(join(this.folder, name, noteName)))
    if (names.length <= mostEntries) return
    const listing = await runCommandLine(
      [
        requireProgram('find'),
        ...names.map(name => join(this.folder, name, noteName)),
        '-printf',
        '%T@ %h\\n',
      ],
      { env: {} },
    )
    const oldest = listing
      .trim()
      .split('\n')
      .sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b))
    for (const line of oldest.slice(0, names.length - mostEntries))
      await rm(line.slice(line.indexOf(' ') + 1), { recursive: true, force: true })
  }
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

/** Tested by trial: file systems differ, and so do places on them. */
async function canReflink(from: string, to: string): Promise<boolean> {
  if (platform() !== 'linux') return false
  const name = `.reflink-${randomBytes(4).toString('hex')}`
  const [source, target] = [join(dirname(from), name), join(dirname(to), `${name}-copy`)]
  try {
    writePlainFile(source, 'x')
    await runCommandLine([requireProgram('cp'), '--reflink=always', '--', source, target], { env: {} })
    return true
  } catch {
    return false // not supported, or across file systems
  } finally {
    await Promise.all([source, target].map(path => rm(path, { force: true })))
  }
}
