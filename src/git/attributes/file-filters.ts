import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
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
  control: ControlRepository,
  tree: ObjectId,
  files: readonly StoredFile[],
): Promise<StoredFile[]> {
  const paths = files.map(({ path }) => path)
  const filters = await readFilters(control, tree, paths)
  const filtered = files.filter(({ path }) => filters.has(path))
  if (filtered.length === 0) return []
  const attributes = withUserAttributes(control.attributes, await readAttributes(control, tree))
  return withAttributes(control, attributes, async place => {
    const isClean = await Promise.all(filtered.map(file => staysSame(control, place, file)))
    return filtered.filter((_, index) => !isClean[index])
  })
}

async function staysSame(
  { repository }: ControlRepository,
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
  control: ControlRepository,
  tree: ObjectId,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const attributes = withUserAttributes(control.attributes, await readAttributes(control, tree))
  if (!attributes.includes('filter=')) return new Map()
  const values = await readAttributeValues(control, { attributes, name: 'filter', paths })
  return new Map([...values].filter(([, value]) => !['unspecified', 'unset', 'set'].includes(value)))
}
