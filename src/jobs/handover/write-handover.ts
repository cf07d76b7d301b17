import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ObjectId } from '../../git/objects/objects.ts'
import { writeBundle } from '../../git/remote/bundle.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunId } from '../../run/run-id.ts'
import { openStore, type RunStore } from '../../run/run-store.ts'
import { maskKept } from '../../tasks/gates/mask-kept.ts'
import { toHandoverFiles } from './handover-files.ts'
import type { HarnessKey } from './harness-key.ts'
import { type BundleFacts, type Manifest, toManifestText } from './manifest.ts'

export interface HandoverRequest {
  readonly run: RunId
  /** The attempt of the workflow run, from 1. */
  readonly attempt: number
  readonly task: TaskId
  /** It may hold files of other tasks. */
  readonly folder: string
}

/**
 * Writes the result of an ended task as files for another job: a manifest, and a bundle each for its branch and its kept
 * work. The manifest is written last and atomically, so a folder with a manifest is complete.
 *
 * @returns The paths of the files.
 */
export async function writeHandover(repository: Repository, request: HandoverRequest): Promise<string[]> {
  const { run, attempt, task, folder } = request
  const store = await openStore(repository, run)
  const files = toHandoverFiles(task)
  const { refs } = store
  const [plan, base] = [await requireRef(store, refs.plan), await requireRef(store, refs.base)]
  const result = await requireResult(store, task)
  await mkdir(folder, { recursive: true })
  for (const name of Object.values(files)) await rm(join(folder, name), { force: true })

  const write = async (name: string, ref: string) => {
    await writeBundle(repository, { path: join(folder, name), ref, base })
    return readFacts(join(folder, name))
  }
  if (result.kept !== null) await maskKept(repository, store, [refs.kept(task)])
  const tree = result.commit === null ? undefined : await requireTree(store, task, result.commit)
  const kept = result.kept === null ? undefined : await requireRef(store, refs.kept(task))
  const manifest: Manifest = {
    version: 1,
    run,
    attempt,
    task,
    plan,
    base,
    result,
    branch: tree === undefined ? null : { tree, bundle: await write(files.branch, refs.branch(task)) },
    kept: kept === undefined ? null : { commit: kept, bundle: await write(files.kept, refs.kept(task)) },
    log: (await store.readLog(task)) ?? null,
  }
  await writeManifest(join(folder, files.manifest), manifest)
  const names = [
    ...(manifest.branch === null ? [] : [files.branch]),
    ...(manifest.kept === null ? [] : [files.kept]),
  ]
  return [files.manifest, ...names].map(name => join(folder, name))
}

/** Signs a handover that was written. Everything in it is named in its manifest by its digest. Answers with the path of the signature. */
export async function signHandover(key: HarnessKey, task: TaskId, folder: string): Promise<string> {
  const files = toHandoverFiles(task)
  const path = join(folder, files.signature)
  await writeFile(path, key.sign(await readFile(join(folder, files.manifest))))
  return path
}

async function requireRef(store: RunStore, ref: string): Promise<ObjectId> {
  const id = await store.resolve(ref)
  if (id === undefined) throw new RefusedError(`there is no ${ref}: nothing of that can be handed over`)
  return id
}

async function requireResult(store: RunStore, task: TaskId): Promise<TaskResult> {
  const result = await store.readResult(task)
  if (result !== undefined) return result
  throw new RefusedError(`task ${task} of run ${store.run} has no result yet: there is nothing to hand over`)
}

async function requireTree(store: RunStore, task: TaskId, commit: ObjectId): Promise<ObjectId> {
  const ref = store.refs.branch(task)
  if ((await requireRef(store, ref)) !== commit)
    throw new RefusedError(`${ref} is not at ${commit}, where task ${task} ended: move it back`)
  return requireRef(store, `${ref}^{tree}`)
}

async function readFacts(path: string): Promise<BundleFacts> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await writeFile(`${path}.part`, toManifestText(manifest))
  await rename(`${path}.part`, path)
}
