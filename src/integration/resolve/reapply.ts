import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { mergeLines, tryJoin } from '../../conflicts/text/three-way.ts'
import type { ConflictedPath } from '../../git/merge/merge-record.ts'
import { writeObject } from '../../git/objects/objects.ts'
import { type ResolvedFile, type Resolving, tryReadMergeable } from '../../merging/merge-conflict.ts'
import type { StoredResolution } from '../../merging/resolution-cache.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'

/**
 * Applies a person's earlier resolution to the same file after a side changed elsewhere: a preceding branch was added or removed, or
 * the target moved. It must pass the proof like any other; only what the person allowed may be dropped.
 */
export async function tryReapply(
  resolving: Resolving,
  conflict: ConflictedPath,
): Promise<ResolvedFile | undefined> {
  const { context, cache } = resolving
  const mergeable = await tryReadMergeable(resolving.control, conflict)
  if (mergeable === undefined) return undefined
  const { versions, mode } = mergeable
  const known = (await cache.list()).filter(({ path, by }) => path === conflict.path && by === 'person')
  for (const stored of known.reverse()) {
    const text = await tryTransfer(resolving, stored, versions)
    const proof = text === undefined ? undefined : await tryProve(versions, text, stored)
    if (text === undefined || proof === undefined) continue
    const id = await writeObject(context.repository.store, 'blob', text)
    const file = { conflict, result: { mode, id }, proof, choices: stored.choices }
    await cache.add([toStoredResolution('person', file)])
    return { ...file, by: 'person' }
  }
  return undefined
}

/** The later changes of each side, merged into the person's version. */
async function tryTransfer(
  { context }: Resolving,
  stored: StoredResolution,
  { ours, theirs }: { readonly ours?: string | undefined; readonly theirs?: string | undefined },
): Promise<string | undefined> {
  const read = async (id: string | null) => {
    const object = id === null ? undefined : await context.repository.objects.read(id)
    return object?.type === 'blob' ? object.content.toString('utf8') : undefined
  }
  const [result, ...before] = await Promise.all(
    [stored.result?.id ?? null, stored.ours, stored.theirs].map(read),
  )
  return [ours, theirs].reduce<string | undefined>((text, now, side) => {
    const then = before[side]
    if (text === undefined || then === undefined || now === undefined) return undefined
    return then === now ? text : tryJoin(mergeLines(then, now, text))
  }, result)
}

async function tryProve(
  versions: Parameters<typeof checkProof>[0],
  text: string,
  { choices }: StoredResolution,
): Promise<string | undefined> {
  const proof = await checkProof(versions, text, [])
  if (proof.kind === 'proven') return proof.checked
  const accepted = choices.join('\n')
  return proof.problems.every(problem => accepted.includes(problem)) ? 'accepted with a reason' : undefined
}
