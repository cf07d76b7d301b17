import type { Change } from '../../model/change.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { type ObjectId, toNullId } from '../objects/objects.ts'
import { toPathText } from '../objects/path-text.ts'
import type { TreeEntry } from '../objects/tree-entry.ts'
import type { Repository } from '../repository/open-repository.ts'
import { folderMode, readFolder } from '../trees/tree-objects.ts'
import type { EntryBudget } from './entry-budget.ts'

/** A change with the bytes of its path, one character a byte: a name need not be UTF-8. */
export interface TreeChange extends Change {
  readonly rawPath: string
}

/**
 * The differences between two trees (or commits), one change a file: a rename is a deletion and an addition. Only folders that
 * differ are read, through the open reader, without starting a process.
 *
 * @param budget For trees that may be hostile.
 */
export async function readChanges(
  repository: Repository,
  from: ObjectId,
  to: ObjectId,
  budget?: EntryBudget,
): Promise<TreeChange[]> {
  const [before, after] = await Promise.all(
    [from, to].map(name => repository.objects.readInfo(`${name}^{tree}`)),
  )
  if (before === undefined || after === undefined)
    throw new Error(`there is no tree ${before === undefined ? from : to}`)
  const compare = new FolderComparison(repository, budget)
  const changes = await compare.folders('', before.id, after.id)
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1))
}

type Folder = ReadonlyMap<string, TreeEntry>

class FolderComparison {
  private readonly repository: Repository
  private readonly budget: EntryBudget | undefined
  /** With a budget, a cache: the same few trees may recur. */
  private readonly read = new Map<ObjectId, Promise<Folder>>()

  constructor(repository: Repository, budget: EntryBudget | undefined) {
    this.repository = repository
    this.budget = budget
  }

  async folders(folder: string, from: ObjectId | undefined, to: ObjectId | undefined): Promise<TreeChange[]> {
    if (from === to) return []
    const [before, after] = await Promise.all([from, to].map(id => this.readFolder(id)))
    const names = new Set([before, after].flatMap(entries => [...(entries?.keys() ?? [])]))
    this.budget?.take(folder, names.size)
    const changes = await Promise.all(
      [...names].map(name => this.entries(`${folder}${name}`, before?.get(name), after?.get(name))),
    )
    return changes.flat()
  }

  private readFolder(id: ObjectId | undefined): Promise<Folder> {
    const known = id === undefined ? undefined : this.read.get(id)
    if (known !== undefined) return known
    const folder = readFolder(this.repository, id, 'latin1')
    if (id !== undefined && this.budget !== undefined) this.read.set(id, folder)
    return folder
  }

  private async entries(
    rawPath: string,
    before: TreeEntry | undefined,
    after: TreeEntry | undefined,
  ): Promise<TreeChange[]> {
    if (before?.id === after?.id && before?.mode === after?.mode) return []
    const [fromFolder, toFolder] = [before, after].map(entry =>
      entry?.mode === folderMode ? entry.id : undefined,
    )
    const below = await this.folders(`${rawPath}/`, fromFolder, toFolder)
    const change = tryFileChange(this.repository, rawPath, before, after)
    return change === undefined ? below : [change, ...below]
  }
}

/** The change at a path itself, if either side is a file. */
function tryFileChange(
  { store }: Repository,
  rawPath: string,
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
): TreeChange | undefined {
  const none = { mode: deletedMode, id: toNullId(store.format) }
  const old = before === undefined || before.mode === folderMode ? none : before
  const now = after === undefined || after.mode === folderMode ? none : after
  if (old === none && now === none) return undefined
  return {
    path: toPathText(rawPath),
    rawPath,
    status: toStatus(old.mode, now.mode),
    oldMode: old.mode,
    newMode: now.mode,
    oldId: old.id,
    newId: now.id,
  }
}

function toStatus(oldMode: string, newMode: string): string {
  if (oldMode === deletedMode) return 'A'
  if (newMode === deletedMode) return 'D'
  return oldMode.slice(0, 3) === newMode.slice(0, 3) ? 'M' : 'T'
}
