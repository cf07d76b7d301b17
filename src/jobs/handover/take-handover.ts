import { join } from 'node:path'
import { requireComplete } from '../../git/quarantine/quarantine-commits.ts'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import { releaseObjects } from '../../git/quarantine/quarantine-release.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { checkHandedBranch } from './check-branch.ts'
import { tryManifestProblem, tryNeedsProblem } from './check-manifest.ts'
import { toHandoverFiles } from './handover-files.ts'
import { requireFreeRefs, writeHandoverRefs } from './handover-refs.ts'
import type { IntakeContext } from './intake-context.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { readStart, withPlainFile } from './read-file.ts'
import { requireNone, withBundle } from './take-bundle.ts'

/** The place of one task's handover. */
export interface HandoverPlace {
  readonly task: Task
  /** The workflow run's attempt that it declares. */
  readonly attempt: number
  readonly folder: string
}

export interface Taken {
  readonly result: TaskResult
  /** The files in the manifest, and its own. */
  readonly files: readonly string[]
  readonly notices: readonly string[]
}

/**
 * Imports one handover: its objects first, then all of its refs in one transaction. Throws if it is refused, before anything is
 * written. Kept work is never merged: if it is refused, the task is imported without it.
 */
export async function takeHandover(context: IntakeContext, place: HandoverPlace): Promise<Taken> {
  const { task, attempt, folder } = place
  const manifest = await requireManifest(context, place)
  const expected = {
    run: context.store.run,
    attempt,
    task: task.id,
    plan: context.planId,
    base: context.base,
    branch: context.store.refs.branch(task.id),
  }
  requireNone(tryManifestProblem(manifest, expected))
  requireNone(tryNeedsProblem(manifest, task.needs, context.results))
  await requireFreeRefs(context, manifest)

  await takeBranch(context, place, manifest)
  const problem = await tryTakeKept(context, folder, manifest)
  const result = problem === undefined ? manifest.result : { ...manifest.result, kept: null }
  await writeHandoverRefs(context, { ...manifest, result })
  const notices = problem === undefined ? [] : [`the kept work of ${task.id} was not imported: ${problem}`]
  return { result, files: listFiles(manifest), notices }
}

function listFiles({ task, branch, kept }: Manifest): string[] {
  const files = toHandoverFiles(task)
  return [
    files.manifest,
    files.signature,
    ...(branch === null ? [] : [files.branch]),
    ...(kept === null ? [] : [files.kept]),
  ]
}

async function requireManifest(
  { limits }: IntakeContext,
  { task, folder }: HandoverPlace,
): Promise<Manifest> {
  const path = join(folder, toHandoverFiles(task.id).manifest)
  const bytes = await withPlainFile(path, limits.manifestBytes, readStart)
  const reading = readManifest(bytes)
  if (reading.kind === 'damaged') throw new QuarantineError(reading.reason)
  return reading.value
}

async function takeBranch(context: IntakeContext, place: HandoverPlace, manifest: Manifest): Promise<void> {
  const { task, folder } = place
  const { commit: head, base: start } = manifest.result
  if (manifest.branch === null || head === null || start === null) return
  const path = join(folder, toHandoverFiles(task.id).branch)
  const expected = { ref: context.store.refs.branch(task.id), commit: head }
  await withBundle(context, { path, facts: manifest.branch.bundle, expected }, async quarantine => {
    await checkHandedBranch(context, quarantine, { task, manifest, start, head })
    await releaseObjects(quarantine, context.trusted)
  })
}

/** Returns why kept work was refused. Only its form is checked: it holds what gates have refused. */
async function tryTakeKept(
  context: IntakeContext,
  folder: string,
  { task, kept }: Manifest,
): Promise<string | undefined> {
  if (kept === null) return undefined
  const path = join(folder, toHandoverFiles(task).kept)
  const expected = { ref: context.store.refs.kept(task), commit: kept.commit }
  try {
    await withBundle(context, { path, facts: kept.bundle, expected }, async quarantine => {
      await requireComplete(quarantine, kept.commit, context.base)
      await releaseObjects(quarantine, context.trusted)
    })
    return undefined
  } catch (error) {
    return (error as Error).message // the task itself does not depend on it
  }
}
