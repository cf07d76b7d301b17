import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import { runCommand } from '../databases/run-program.ts'
import { type CloneMode, cloneFolder } from './clone-folder.ts'
import { listUnsafe } from './unsafe-paths.ts'

const entrySchema = z.object({
  /** Folders of a checkout, with what is copied of each in any case. */
  folders: z.array(z.object({ path: z.string(), copied: z.array(z.string()) })),
  /** Of all files: a tool may have changed one that a checkout shares. */
  fingerprint: z.string(),
})

type Entry = z.output<typeof entrySchema>

const noteName = 'entry.json'
/** Sets of dependencies that are kept, the ones used last. */
const mostEntries = 8

/** Installed dependencies of a repository by the content of their lock files, for all its checkouts. */
export class DependencyStore {
  private readonly folder: string
  private readonly mayLink: boolean

  /** @param mayLink Whether checkouts may share files. In the sandbox, a task could change them for all. */
  constructor(folder: string, mayLink: boolean) {
    this.folder = folder
    this.mayLink = mayLink
  }

  /** Puts what is stored into a checkout. False: there is nothing, or something has changed it. */
  async tryPlace(key: string, checkout: string): Promise<boolean> {
    const place = join(this.folder, key)
    const entry = tryReadEntry(place)
    if (entry === undefined) return false
    if ((await readFingerprint(place, entry)) !== entry.fingerprint) {
      await rm(place, { recursive: true, force: true })
      return false
    }
    const mode = await this.chooseMode(place, checkout)
    for (const { path, copied } of entry.folders)
      await cloneFolder({ from: join(place, path), to: join(checkout, path), mode, copied })
    return true
  }

  /** Keeps folders of a checkout. They appear whole. */
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
      await rename(part, join(this.folder, key)).catch(() => {}) // another one was as fast
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
    const listing = await runCommand(
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

function tryReadEntry(place: string): Entry | undefined {
  try {
    return entrySchema.parse(JSON.parse(readPlainText(join(place, noteName))))
  } catch {
    return undefined // nothing is stored
  }
}

/** Where files are never shared, it says nothing and costs time. */
async function readFingerprint(place: string, { folders }: Pick<Entry, 'folders'>): Promise<string> {
  if (platform() !== 'linux') return ''
  const hash = createHash('sha256')
  for (const { path } of folders) {
    const find = [requireProgram('find'), join(place, path), '-type', 'f', '-printf', '%P %s %T@\\0']
    hash.update((await runCommand(find, { env: {}, mostCharacters: 1 << 28 })).split('\0').sort().join('\0'))
  }
  return hash.digest('hex')
}

/** Found out by a trial: file systems differ, and so do places on them. */
async function canReflink(from: string, to: string): Promise<boolean> {
  if (platform() !== 'linux') return false
  const name = `.reflink-${randomBytes(4).toString('hex')}`
  const [source, target] = [join(dirname(from), name), join(dirname(to), `${name}-copy`)]
  try {
    writePlainFile(source, 'x')
    await runCommand([requireProgram('cp'), '--reflink=always', '--', source, target], { env: {} })
    return true
  } catch {
    return false // this file system has none, or they are on two of them
  } finally {
    await Promise.all([source, target].map(path => rm(path, { force: true })))
  }
}
