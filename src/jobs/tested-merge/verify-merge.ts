import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { CollectedRun } from '../collect/collected-run.ts'
import { toMergeTrialName } from '../handover/artifact-name.ts'
import { isSigned } from '../handover/harness-key.ts'
import { artifactBytes, noteBytes } from '../handover/limits.ts'
import { readStart, withPlainFile } from '../handover/read-file.ts'
import { requireNone } from '../handover/take-bundle.ts'
import type { ArtifactStore } from '../transport/artifact-store.ts'
import { tryMergeProblem, tryRemakeProblem } from './check-tested-merge.ts'
import {
  keyFile,
  type MergeArtifact,
  mergeFile,
  signatureFile,
  toMergeArtifactName,
  toResolvedFile,
  tryLatestMerge,
} from './merge-artifact.ts'
import { type MergeEnd, whyNoMerge } from './merge-end.ts'
import { type RemadeMerge, remakeMerge } from './remake-merge.ts'
import { type ReadResolved, SentResolutions } from './sent-resolutions.ts'
import { readTestedMerge, type SentResolution, type TestedMerge, toMergeDigest } from './tested-merge.ts'

/** The verified facts about another job's tested merge. */
export type VerifiedMerge =
  | {
      readonly kind: 'verified'
      readonly merge: TestedMerge
      /** The same merge, repeated here; undefined if nothing landed because of a problem. */
      readonly remade: RemadeMerge | undefined
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** Anything larger is refused before it is read. */
export interface MergeLimits {
  readonly mergeBytes: number
  /** Of each resolved file. */
  readonly resolvedBytes: number
}

const mergeLimits: MergeLimits = { mergeBytes: 8 * 2 ** 20, resolvedBytes: 20 * 2 ** 20 }

/** More than any key or signature has. */
const signatureBytes = 200

const unverified = `there is an unverified merge: an artifact that any job of this workflow run could have written. If a job did merge, write: merged: \${{ needs.merge.outputs.merged || needs.merge.result }}`

/** Where a merge is, and what is known about it from outputs that only its job can write. */
export interface ToldMerge {
  readonly artifacts: ArtifactStore
  /**
   * Its digest, from the outputs of the job that made it. Every job can upload under that job's name, even before it, but only its
   * own outputs are trustworthy. Undefined: nothing can be verified.
   */
  readonly merged: string | undefined
  /** How the merge job ended, if it left no merge and that is known. */
  readonly mergeEnd: MergeEnd | undefined
}

/**
 * Repeats another job's tested merge from the branches imported here and its resolutions alone. Nothing in it counts before the
 * results match.
 */
export async function verifyMerge(
  collected: CollectedRun,
  { artifacts, merged, mergeEnd }: ToldMerge,
  context: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<VerifiedMerge> {
  try {
    const found = tryLatestMerge(await artifacts.list(), collected)
    if (found === undefined || mergeEnd !== undefined) throw new QuarantineError(whyNoMerge(mergeEnd))
    if (merged === undefined) throw new QuarantineError(unverified)
    const folder = join(collected.folder, 'merge')
    await artifacts.download(toMergeArtifactName(found), folder, artifactBytes)
    const key = await requireKey(collected, artifacts, found)
    const merge = await requireMerge(folder, merged, key)
    return await verify(context, results, { merge, folder, attempt: found.attempt })
  } catch (error) {
    // Whatever is wrong with the merge, the branches of the tasks are published.
    return { kind: 'refused', reason: toReason((error as Error).message) }
  }
}

async function verify(
  context: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
  { merge, folder, attempt }: FoundMerge,
): Promise<VerifiedMerge> {
  const { repository, run, base, store, plan } = context
  const expected = {
    run,
    attempt,
    base,
    plan: await requireId(repository, store.refs.plan),
    baseTree: await requireId(repository, `${base}^{tree}`),
  }
  requireMatch(tryMergeProblem(merge, expected, plan))
  if (merge.problem !== null) return { kind: 'verified', merge, remade: undefined }
  const resolutions = new SentResolutions(context, merge.resolutions, toReader(repository, folder))
  const evicted = merge.left.filter(({ landing }) => landing === 'evicted').map(({ task }) => task)
  const remade = await remakeMerge(context, { results, leftOut: new Set(evicted), resolutions })
  requireMatch(tryRemakeProblem(merge, remade, resolutions.used))
  return { kind: 'verified', merge, remade }
}

interface FoundMerge {
  readonly merge: TestedMerge
  /** The folder with the rest of its artifact. */
  readonly folder: string
  /** The attempt of its artifact. */
  readonly attempt: number
}

/** The key that the job announced before it started a test, if its merge is from the same job. */
async function requireKey(
  { folder }: CollectedRun,
  artifacts: ArtifactStore,
  found: MergeArtifact,
): Promise<string> {
  const [began, ended] = [toMergeTrialName(found), toMergeArtifactName(found)]
  const place = join(folder, 'merge-key')
  await artifacts.download(began, place, noteBytes)
  const makers = await artifacts.readMakers() // after both downloads: what was replaced since is from another job
  if (makers.get(began)?.job !== makers.get(ended)?.job)
    throw new QuarantineError(`${mergeFile} is refused: it is not from the job that began to merge`)
  return (await withPlainFile(join(place, keyFile), signatureBytes, readStart)).toString('latin1')
}

async function requireMerge(folder: string, merged: string, key: string): Promise<TestedMerge> {
  const bytes = await withPlainFile(join(folder, mergeFile), mergeLimits.mergeBytes, readStart)
  if (toMergeDigest(bytes) !== merged)
    throw new QuarantineError(`${mergeFile} is refused: it is not the file that the merge job wrote`)
  const signature = await withPlainFile(join(folder, signatureFile), signatureBytes, readStart)
  if (!isSigned(bytes, signature.toString('latin1'), key))
    throw new QuarantineError(
      `${mergeFile} is refused: it is not signed by the process that merged and tested`,
    )
  const reading = readTestedMerge(bytes)
  if (reading.kind === 'damaged') throw new QuarantineError(`${mergeFile} is refused: ${reading.reason}`)
  return reading.value
}

function requireMatch(problem: string | undefined): void {
  requireNone(problem === undefined ? undefined : `${mergeFile} is refused: ${problem}`)
}

async function requireId({ objects }: Repository, name: string): Promise<string> {
  const object = await objects.readInfo(name)
  if (object === undefined) throw new Error(`there is no ${name} here`)
  return object.id
}

/** Reads the content of a resolution from the file named by its id. */
function toReader({ store }: Repository, folder: string): ReadResolved {
  return async ({ result }: SentResolution) => {
    const path = join(folder, toResolvedFile(result.id))
    const bytes = await withPlainFile(path, mergeLimits.resolvedBytes, readStart)
    const whole = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes])
    const id = createHash(store.format).update(whole).digest('hex')
    if (id !== result.id)
      throw new QuarantineError(`the file ${result.id} does not match its name: it is ${id}`)
    return bytes
  }
}

const longestReason = 2000

/** Reasons quote foreign text. */
function toReason(text: string): string {
  const line = toPlainLine(text)
  return line.length > longestReason ? `${line.slice(0, longestReason)}…` : line
}
