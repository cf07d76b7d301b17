import type { Change } from '../../model/change.ts'
import type { ObjectReader } from '../objects/object-reader.ts'
import { type ObjectId, toNullId } from '../objects/objects.ts'
import { toPathText } from '../objects/path-text.ts'
import type { Quarantine } from './quarantine.ts'
import { QuarantineError } from './quarantine-error.ts'
import { findCollisions } from './quarantine-names.ts'

/** A change, with the names that its path could be confused with. */
export interface FoundChange extends Change {
  /** Bytes of the new content; 0 if it was deleted. */
  readonly size: number
}

export interface FoundChanges {
  readonly changes: readonly FoundChange[]
  /** A new name, and another one in its folder that some file systems treat as equal. */
  readonly collisions: readonly (readonly [string, string])[]
}

interface Entry {
  readonly mode: string
  readonly id: ObjectId
}

type Folder = ReadonlyMap<string, Entry>

const folderMode = '40000'
const gone = '000000'
const nothing: Folder = new Map()
/** The longest path on Linux. */
const longestPath = 4096

/**
 * Compares trees that may be hostile: names are compared byte by byte, every object must exist, and the number of entries is
 * limited, because a few small trees that refer to each other can expand to billions of files.
 */
export class ChangeFinder {
  private readonly objects: ObjectReader
  private readonly format: string
  private readonly folders = new Map<ObjectId, Folder>()
  private readonly sizes = new Map<ObjectId, number>()
  private entriesLeft: number
  private readonly most: number

  /** @param most The limit of entries, over all comparisons. */
  constructor({ repository }: Quarantine, most: number) {
    this.objects = repository.objects
    this.format = repository.store.format
    this.entriesLeft = most
    this.most = most
  }

  /** The differences between two trees, one change a file. `from` undefined: everything is new. */
  async find(from: ObjectId | undefined, to: ObjectId): Promise<FoundChanges> {
    const found = { changes: [] as FoundChange[], collisions: [] as [string, string][] }
    await this.compareFolders('', [from, to], found)
    return found
  }

  /** The changes of folders that differ. Paths are built of bytes: one character is one byte. */
  private async compareFolders(
    folder: string,
    [from, to]: readonly [ObjectId | undefined, ObjectId | undefined],
    found: { changes: FoundChange[]; collisions: [string, string][] },
  ): Promise<void> {
    if (from === to) return
    if (folder.length > longestPath) throw new QuarantineError(`a path is longer than ${longestPath} bytes`)
    const [before, after] = [await this.readFolder(from), await this.readFolder(to)]
    found.collisions.push(
      ...findCollisions([...after.keys()], name => !before.has(name)).map(names => toPaths(folder, names)),
    )
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [old, now] = [before.get(name), after.get(name)]
      if (old?.id === now?.id && old?.mode === now?.mode) continue
      const change = await this.tryChange(`${folder}${name}`, old, now)
      if (change !== undefined) found.changes.push(change)
      await this.compareFolders(`${folder}${name}/`, [toFolderId(old), toFolderId(now)], found)
    }
  }

  /** The change at a path itself, unless it is a folder. */
  private async tryChange(
    path: string,
    old: Entry | undefined,
    now: Entry | undefined,
  ): Promise<FoundChange | undefined> {
    const none: Entry = { mode: gone, id: toNullId(this.format) }
    const [before, after] = [old, now].map(entry =>
      entry === undefined || entry.mode === folderMode ? none : entry,
    ) as [Entry, Entry]
    if (before === none && after === none) return undefined
    return {
      path: toPathText(path),
      status: before === none ? 'A' : after === none ? 'D' : 'M',
      oldMode: before.mode,
      newMode: after.mode,
      oldId: before.id,
      newId: after.id,
      size: await this.readSize(path, after),
    }
  }

  /** The size of a blob, which must exist. A gitlink names a commit of another repository. */
  private async readSize(path: string, { mode, id }: Entry): Promise<number> {
    if (mode === gone || mode === '160000') return 0
    const known = this.sizes.get(id)
    if (known !== undefined) return known
    const info = await this.objects.readInfo(id)
    if (info?.type !== 'blob')
      throw new QuarantineError(`the content of ${toPathText(path)} is missing (${id})`)
    this.sizes.set(id, info.size)
    return info.size
  }

  /** Read once, counted each time. */
  private async readFolder(id: ObjectId | undefined): Promise<Folder> {
    if (id === undefined) return nothing
    const folder = this.folders.get(id) ?? (await this.readTree(id))
    this.folders.set(id, folder)
    this.entriesLeft -= folder.size + 1
    if (this.entriesLeft < 0)
      throw new QuarantineError(`it has more than ${this.most} entries in its folders`)
    return folder
  }

  private async readTree(id: ObjectId): Promise<Folder> {
    const tree = await this.objects.read(id)
    if (tree?.type !== 'tree') throw new QuarantineError(`a folder is missing (tree ${id})`)
    return readEntries(tree.content, this.format === 'sha256' ? 32 : 20)
  }
}

function toFolderId(entry: Entry | undefined): ObjectId | undefined {
  return entry?.mode === folderMode ? entry.id : undefined
}

/** Reads `<mode> <name> NUL <id>`, repeated. */
function readEntries(content: Buffer, idBytes: number): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(' ', at)
    const end = content.indexOf(0, space)
    const next = end + 1 + idBytes
    if (space === -1 || end === -1) throw new QuarantineError('a folder cannot be read')
    entries.set(content.toString('latin1', space + 1, end), {
      mode: content.toString('latin1', at, space),
      id: content.toString('hex', end + 1, next),
    })
    at = next
  }
  return entries
}

function toPaths(folder: string, [name, other]: readonly [string, string]): [string, string] {
  return [toPathText(`${folder}${name}`), toPathText(`${folder}${other}`)]
}
