import { readChanges } from '../../git/diff/tree-diff.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { editTree } from '../../git/trees/tree-edit.ts'
import type { Change } from '../../model/change.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { isPartOfTests } from '../gates/sensitive-files.ts'

/** Parts of a `package.json` that define which tests and lint rules run, and how. */
const testKeys = ['scripts', 'jest', 'vitest', 'mocha', 'ava', 'tap', 'nyc', 'c8', 'eslintConfig']

export interface TestedTree {
  /** The commit or tree with the tests that count. */
  readonly base: ObjectId
  readonly tree: ObjectId
}

/**
 * A tree with the tests of its base: existing tests and their settings are restored. New files stay.
 * Undefined: it equals the tree itself.
 */
export async function tryBaseTests(
  repository: Repository,
  { base, tree }: TestedTree,
): Promise<{ readonly tree: ObjectId; readonly paths: readonly string[] } | undefined> {
  const edits = new Map<string, TreeEntry>()
  for (const change of await readChanges(repository, base, tree)) {
    if (change.oldMode === deletedMode) continue
    const entry = await tryBaseEntry(repository, change)
    if (entry !== undefined) edits.set(change.path, entry)
  }
  if (edits.size === 0) return undefined
  return { tree: await editTree(repository, tree, edits), paths: [...edits.keys()] }
}

/** The base's entry of a path that belongs to the tests; undefined: the change's. */
async function tryBaseEntry(repository: Repository, change: Change): Promise<TreeEntry | undefined> {
  const { path, oldMode: mode, oldId: id, newMode } = change
  if (isPartOfTests(path)) return { mode, id }
  if (!/(^|\/)package\.json$/.test(path) || newMode === deletedMode) return undefined
  return tryManifest(repository, change)
}

/** The new manifest with the test settings of the old one: new dependencies stay. */
async function tryManifest(
  repository: Repository,
  { oldId, newId, newMode: mode }: Change,
): Promise<TreeEntry | undefined> {
  const [before, after] = await Promise.all([oldId, newId].map(id => tryReadJson(repository, id)))
  if (before === undefined || after === undefined) return undefined
  const pick = (from: object) => JSON.stringify(testKeys.map(key => [key, Reflect.get(from, key)]))
  if (pick(before) === pick(after)) return undefined
  const kept = Object.entries(after).filter(([key]) => !testKeys.includes(key))
  const restored = Object.entries(before).filter(([key]) => testKeys.includes(key))
  const text = `${JSON.stringify(Object.fromEntries([...kept, ...restored]), null, 2)}\n`
  return { mode, id: await writeObject(repository.store, 'blob', text) }
}

/** Undefined: not a readable manifest. */
async function tryReadJson({ objects }: Repository, id: ObjectId): Promise<object | undefined> {
  try {
    const value: unknown = JSON.parse(String((await objects.read(id))?.content))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
