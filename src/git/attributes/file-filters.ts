import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, tryGit } from '../process/run-git.ts'
import type { Harness } from '../repository/harness.ts'
import { withUserAttributes } from '../repository/user-attributes.ts'
import { readAttributeValues, withAttributes } from './attribute-values.ts'
import { readAttributes } from './attributes.ts'

/** A file in a commit. */
export interface StoredFile {
  readonly path: string
  readonly id: ObjectId
}

/**
 * Files that are not stored in filtered form, as in a commit made without the filter. A filter leaves filtered content unchanged;
 * for a filter that does not, every file counts.
 */
export async function findUnfiltered(
  harness: Harness,
  tree: ObjectId,
  files: readonly StoredFile[],
): Promise<StoredFile[]> {
  const paths = files.map(({ path }) => path)
  const filters = await readFilters(harness, tree, paths)
  const filtered = files.filter(({ path }) => filters.has(path))
  if (filtered.length === 0) return []
  const attributes = withUserAttributes(harness.attributes, await readAttributes(harness, tree))
  return withAttributes(harness, attributes, async place => {
    const isClean = await Promise.all(filtered.map(file => staysSame(harness, place, file)))
    return filtered.filter((_, index) => !isClean[index])
  })
}

async function staysSame(
  { repository }: Harness,
  place: GitPlace,
  { path, id }: StoredFile,
): Promise<boolean> {
  const object = await repository.objects.read(id)
  if (object?.type !== 'blob') return true
  const { code, stdout } = await tryGit(place, ['hash-object', '--stdin', `--path=${path}`], object.content)
  return code === 0 && stdout.trim() === id
}

/** The filter of each path, by the attributes of a tree and of the user. Others are left out. */
export async function readFilters(
  harness: Harness,
  tree: ObjectId,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const attributes = withUserAttributes(harness.attributes, await readAttributes(harness, tree))
  if (!attributes.includes('filter=')) return new Map()
  const values = await readAttributeValues(harness, { attributes, name: 'filter', paths })
  return new Map([...values].filter(([, value]) => !['unspecified', 'unset', 'set'].includes(value)))
}
