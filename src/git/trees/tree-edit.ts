import { type ObjectId, writeObject } from '../objects/objects.ts'
import type { TreeEntry } from '../objects/tree-entry.ts'
import type { Repository } from '../repository/open-repository.ts'
import { folderMode, readFolder } from './tree-objects.ts'

/** The new entry of each path; undefined: deleted. */
export type TreeEdits = ReadonlyMap<string, TreeEntry | undefined>

/** A tree with other files at some paths. Only their parent folders are read and written. */
export async function editTree(repository: Repository, tree: ObjectId, edits: TreeEdits): Promise<ObjectId> {
  if (edits.size === 0) return tree
  return (await editFolder(repository, tree, edits)) ?? writeObject(repository.store, 'tree', '')
}

/** Undefined if the folder becomes empty. */
async function editFolder(
  repository: Repository,
  id: ObjectId | undefined,
  edits: TreeEdits,
): Promise<ObjectId | undefined> {
  const entries = await readFolder(repository, id, 'latin1')
  for (const [name, below] of toGroups(edits)) {
    const own = below.get('')
    if (below.has('')) {
      if (own === undefined) entries.delete(name)
      else entries.set(name, own)
      continue
    }
    const before = entries.get(name)
    const folder = before?.mode === folderMode ? before.id : undefined
    const after = await editFolder(repository, folder, below)
    if (after === undefined) entries.delete(name)
    else entries.set(name, { mode: folderMode, id: after })
  }
  return entries.size === 0 ? undefined : writeFolder(repository, entries)
}

/** The edits by the first part of their paths, byte by byte; an empty rest means the entry itself. */
function toGroups(edits: TreeEdits): Map<string, Map<string, TreeEntry | undefined>> {
  const groups = new Map<string, Map<string, TreeEntry | undefined>>()
  for (const [path, entry] of edits) {
    const slash = path.indexOf('/')
    const name = Buffer.from(slash === -1 ? path : path.slice(0, slash)).toString('latin1')
    const group = groups.get(name) ?? new Map<string, TreeEntry | undefined>()
    groups.set(name, group.set(slash === -1 ? '' : path.slice(slash + 1), entry))
  }
  return groups
}

function writeFolder(repository: Repository, entries: ReadonlyMap<string, TreeEntry>): Promise<ObjectId> {
  const rows = [...entries].map(([name, entry]) => ({ name: Buffer.from(name, 'latin1'), ...entry }))
  rows.sort((a, b) => Buffer.compare(toSortKey(a), toSortKey(b)))
  const parts = rows.flatMap(({ name, mode, id }) => [
    Buffer.from(`${mode.replace(/^0/, '')} `),
    name,
    Buffer.from([0]),
    Buffer.from(id, 'hex'),
  ])
  return writeObject(repository.store, 'tree', Buffer.concat(parts))
}

/** git sorts folders as if their names ended in a slash. */
function toSortKey({ name, mode }: { name: Buffer; mode: string }): Buffer {
  return mode.replace(/^0/, '') === folderMode ? Buffer.concat([name, Buffer.from('/')]) : name
}
