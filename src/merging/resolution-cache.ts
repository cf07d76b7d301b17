import * as z from 'zod'
import type { ConflictedPath } from '../git/merge/merge-record.ts'
import { type ObjectId, writeObject } from '../git/objects/objects.ts'
import type { TreeEntry } from '../git/objects/tree-entry.ts'
import { editTree } from '../git/trees/tree-edit.ts'
import { linkMode } from '../model/file-modes.ts'
import type { RunContext } from '../run/run-context.ts'
import { chosenCandidateSchema } from './chosen-candidate.ts'

const objectId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)

const fileSchema = z.strictObject({ mode: z.enum(['100644', '100755', linkMode]), id: objectId })

const entrySchema = z.strictObject({
  path: z.string().max(4096),
  base: objectId.nullable(),
  /** Null: that side deletes or moves it. */
  ours: objectId.nullable(),
  theirs: objectId.nullable(),
  /** The resolved content; null: deleted. */
  result: fileSchema.nullable(),
  /** New files with its content, if it was deleted. */
  moved: z.array(fileSchema.extend({ path: z.string().max(4096) })).optional(),
  by: z.enum(['agent', 'person', 'command', 'driver', 'tests']),
  /** What was checked. */
  proof: z.string(),
  choices: z.array(z.string()),
  /** Set with `by: tests`. */
  candidate: chosenCandidateSchema.optional(),
})

/** A resolution of one file that no rule made. */
export type StoredResolution = Readonly<z.output<typeof entrySchema>>

const indexSchema = z.strictObject({ version: z.literal(1), resolutions: z.array(entrySchema) })

/**
 * Stores resolutions by the merged blobs, so that the same merge gives the same result at any time and place. They are a tree on a
 * ref of the run: an index, and the files themselves, so that they are pushed along.
 */
export class ResolutionCache {
  private readonly context: RunContext
  private entries: Map<string, StoredResolution> | undefined

  constructor(context: RunContext) {
    this.context = context
  }

  async tryFind(conflict: ConflictedPath): Promise<StoredResolution | undefined> {
    return (await this.load()).get(toKey(conflict))
  }

  /** All stored resolutions. */
  async list(): Promise<StoredResolution[]> {
    return [...(await this.load()).values()]
  }

  /** Stores resolutions in one step. Their results must be objects of the repository. */
  async add(resolutions: readonly StoredResolution[]): Promise<void> {
    const entries = await this.load()
    for (const resolution of resolutions) entries.set(toStoredKey(resolution), resolution)
    const { repository, store } = this.context
    const all = [...entries.values()]
    const index = await store.writeJson({ version: 1, resolutions: all })
    const results = all.flatMap(({ result, moved = [] }) => [...(result === null ? [] : [result]), ...moved])
    const files = results.map(({ id }) => [`files/${id}`, { mode: '100644', id }] as const)
    const edits = new Map<string, TreeEntry>([
      ...files,
      ['index.json', { mode: '100644', id: index }] as const,
    ])
    const empty = await editTree(repository, await writeEmptyTree(this.context), edits)
    await store.pointRefs([[store.refs.resolutions, empty]])
  }

  private async load(): Promise<Map<string, StoredResolution>> {
    if (this.entries === undefined) {
      const { store } = this.context
      const index = await store.readJson(`${store.refs.resolutions}:index.json`, indexSchema)
      this.entries = new Map(index?.resolutions.map(entry => [toStoredKey(entry), entry]))
    }
    return this.entries
  }
}

function writeEmptyTree({ repository }: RunContext): Promise<ObjectId> {
  return writeObject(repository.store, 'tree', '')
}

function toKey({ path, base, ours, theirs }: ConflictedPath): string {
  return [path, base?.id ?? '', ours?.id ?? '', theirs?.id ?? ''].join(' ')
}

function toStoredKey({ path, base, ours, theirs }: StoredResolution): string {
  return [path, base ?? '', ours ?? '', theirs ?? ''].join(' ')
}
