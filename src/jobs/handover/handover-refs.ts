import type { ObjectId } from '../../git/objects/objects.ts'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import { type RefUpdate, updateRefs } from '../../git/refs/refs.ts'
import { writeMessages } from '../../run/messages/message-log.ts'
import { toJson } from '../../run/run-store.ts'
import type { IntakeContext } from './intake-context.ts'
import type { Manifest } from './manifest.ts'

/** Refuses a handover if different work of its task exists: imported work is never replaced. */
export async function requireFreeRefs(context: IntakeContext, manifest: Manifest): Promise<void> {
  const { trusted, store } = context
  for (const [ref, to] of toCommits(context, manifest)) requireSame(ref, await store.resolve(ref), to)
  const { result, log } = manifest
  const texts: [string, readonly string[]][] = [
    [store.refs.result(result.task), [toJson(result), toJson({ ...result, kept: null })]],
    [store.refs.log(result.task), [log ?? '']],
  ]
  for (const [ref, allowed] of texts) {
    const object = await trusted.objects.read(ref)
    if (object !== undefined && !allowed.includes(object.content.toString('utf8'))) throw differentError(ref)
  }
}

/** Writes all refs of a handover whose objects are imported, in one transaction: each must be missing or already have its value. */
export async function writeHandoverRefs(context: IntakeContext, manifest: Manifest): Promise<void> {
  const { trusted, store } = context
  const { task, result, log } = manifest
  const wanted: (readonly [string, ObjectId])[] = [
    ...toCommits(context, manifest),
    [store.refs.result(task), await store.writeJson(result)],
    ...(await readMessages(context, manifest)),
    ...(log === null ? [] : [[store.refs.log(task), await store.writeText(log)] as const]),
  ]
  const updates: RefUpdate[] = []
  for (const [ref, to] of wanted) {
    const from = await store.resolve(ref)
    requireSame(ref, from, to)
    if (from === undefined) updates.push({ ref, from, to })
  }
  const done = await updateRefs(trusted, updates)
  if (done.kind === 'moved') throw differentError(done.refs.join(', '))
}

/** The same messages are the same commits everywhere. */
async function readMessages(
  { trusted, store }: IntakeContext,
  { task, result }: Manifest,
): Promise<[string, ObjectId][]> {
  const tip = await writeMessages(trusted, result.messages)
  return tip === undefined ? [] : [[store.refs.messages(task), tip]]
}

function toCommits({ store }: IntakeContext, { task, result, kept }: Manifest): [string, ObjectId][] {
  return [
    ...(result.commit === null ? [] : [[store.refs.branch(task), result.commit] as [string, ObjectId]]),
    ...(result.kept === null || kept === null
      ? []
      : [[store.refs.kept(task), kept.commit] as [string, ObjectId]]),
  ]
}

function requireSame(ref: string, current: ObjectId | undefined, wanted: ObjectId): void {
  if (current !== undefined && current !== wanted) throw differentError(ref)
}

function differentError(ref: string): QuarantineError {
  return new QuarantineError(`${ref} already exists here with another value: it is not replaced`)
}
