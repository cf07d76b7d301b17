import type { ObjectId } from '../objects/objects.ts'
import { toNullId } from '../objects/objects.ts'
import { runGit, tryGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

/** One step of a transaction. `from` is the expected value; undefined: the ref must not exist. `to` undefined deletes it. */
export interface RefUpdate {
  readonly ref: string
  readonly from: ObjectId | undefined
  readonly to: ObjectId | undefined
}

export type RefTransaction =
  | { readonly kind: 'updated' }
  | { readonly kind: 'moved'; readonly refs: readonly string[] }

export interface Ref {
  readonly name: string
  readonly id: ObjectId
}

/**
 * Moves all refs or none (compare-and-swap). `moved` names those without the expected value. A git that dies after moving them
 * cannot report it, so the refs themselves decide.
 */
export async function updateRefs(
  repository: Repository,
  updates: readonly RefUpdate[],
): Promise<RefTransaction> {
  if (updates.length === 0) return { kind: 'updated' }
  const none = toNullId(repository.store.format)
  const lines = updates.map(({ ref, from, to }) => `update ${ref}\0${to ?? none}\0${from ?? none}\0`)
  const refusal = await transact(repository, lines.join(''))
  if (refusal === undefined) return { kind: 'updated' }

  const current = await readRefs(
    repository,
    updates.map(update => update.ref),
  )
  if (updates.every(({ ref, to }) => current.get(ref) === to)) return { kind: 'updated' }
  const moved = updates.filter(({ ref, from }) => current.get(ref) !== from)
  if (moved.length === 0) throw new Error(`refs could not be moved: ${refusal}`)
  return { kind: 'moved', refs: moved.map(update => update.ref) }
}

const mostRounds = 20

/** The objects may have been deleted by a concurrent `git gc --prune=now`, before or, unnoticed by git, since the refs reach them. */
async function transact({ refUpdater, store }: Repository, commands: string): Promise<string | undefined> {
  for (let round = 1; ; round++) {
    const refusal = await refUpdater.transact(commands)
    await store.recent?.writeMissing()
    if (!refusal?.includes('nonexistent object') || round === mostRounds) return refusal
  }
}

/** Like updateRefs, for refs that only this process moves. Throws if another one did. */
export async function requireRefUpdates(
  repository: Repository,
  updates: readonly RefUpdate[],
): Promise<void> {
  const result = await updateRefs(repository, updates)
  if (result.kind === 'moved') throw new Error(`another process moved ${result.refs.join(', ')}`)
}

/** Deletes refs, each at its read value, all or none. */
export function deleteRefs(repository: Repository, refs: readonly Ref[]): Promise<RefTransaction> {
  return updateRefs(
    repository,
    refs.map(({ name, id }) => ({ ref: name, from: id, to: undefined })),
  )
}

/** The values of these refs, without missing ones. */
async function readRefs(repository: Repository, names: readonly string[]): Promise<Map<string, ObjectId>> {
  const refs = await listRefs(repository, names)
  return new Map(refs.filter(ref => names.includes(ref.name)).map(ref => [ref.name, ref.id]))
}

/** All refs that match one of the patterns of `git for-each-ref` (a complete name, or leading folders). */
export async function listRefs(repository: Repository, patterns: readonly string[]): Promise<Ref[]> {
  const output = await runGit(repository.place, [
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    ...patterns,
  ])
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => ({ id: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }))
}

/** The commit or object of a name, or undefined. */
export async function tryResolve(repository: Repository, name: string): Promise<ObjectId | undefined> {
  const { code, stdout } = await tryGit(repository.place, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    name,
  ])
  return code === 0 ? stdout.trim() : undefined
}
