import type { ObjectId } from '../objects/objects.ts'
import type { TreeEntry } from '../objects/tree-entry.ts'
import type { Repository } from '../repository/open-repository.ts'

export const folderMode = '40000'

/**
 * The entries of a folder by name; none for undefined. Throws if the tree does not exist.
 *
 * @param encoding Of the names; `latin1` keeps all bytes distinct.
 */
export async function readFolder(
  { objects, store }: Repository,
  id: ObjectId | undefined,
  encoding: 'utf8' | 'latin1' = 'utf8',
): Promise<Map<string, TreeEntry>> {
  if (id === undefined) return new Map()
  const tree = await objects.read(id)
  if (tree?.type !== 'tree') throw new Error(`there is no tree ${id}`)
  return readTreeEntries(tree.content, store.format === 'sha256' ? 32 : 20, encoding)
}

/** Reads `<mode> <name> NUL <id>`, repeated. */
function readTreeEntries(
  content: Buffer,
  idBytes: number,
  encoding: 'utf8' | 'latin1',
): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>()
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(' ', at)
    const end = content.indexOf(0, space)
    const next = end + 1 + idBytes
    entries.set(content.toString(encoding, space + 1, end), {
      mode: content.toString('latin1', at, space),
      id: content.toString('hex', end + 1, next),
    })
    at = next
  }
  return entries
}
