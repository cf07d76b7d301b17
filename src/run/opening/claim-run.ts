import { createHash } from 'node:crypto'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import { listRefs, updateRefs } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { isRunId, type RunId, toRunId } from '../run-id.ts'
import { stateRefs, toStateRefs } from '../run-refs.ts'
import { RunStore } from '../run-store.ts'
import { lockRun, type RunLock, writeHolder } from './run-lock.ts'

/** A run that this process may work on. */
export interface ClaimedRun {
  readonly run: RunId
  readonly lock: RunLock
  readonly resumed: boolean
}

export interface ClaimRequest {
  readonly repository: Repository
  /** The plan as stored. */
  readonly text: string
  readonly base: ObjectId
  /** Start a new run even if there is an unfinished one. */
  readonly fresh: boolean
  readonly emit: EmitEvent
}

/** Resumes the unfinished run of a plan, or starts a new one. */
export async function claimRun({ repository, text, base, fresh, emit }: ClaimRequest): Promise<ClaimedRun> {
  const unfinished = fresh ? undefined : await findUnfinishedRun(repository, text)
  if (unfinished !== undefined) return resumeRun(repository, unfinished, emit)

  const run = toRunId(new Date(), Math.random(), await listRuns(repository))
  const refs = toStateRefs(run)
  const plan = await writeObject(repository.store, 'blob', text)
  const holder = await writeHolder(repository)
  const created = await updateRefs(repository, [
    { ref: refs.plan, from: undefined, to: plan },
    { ref: refs.base, from: undefined, to: base },
    { ref: refs.lock, from: undefined, to: holder },
  ])
  if (created.kind === 'moved')
    throw new RefusedError(`run ${run} has just been started by another process: try again`)
  return { run, lock: { ref: refs.lock, id: holder }, resumed: false }
}

export async function resumeRun(repository: Repository, run: RunId, emit: EmitEvent): Promise<ClaimedRun> {
  return { run, lock: await lockRun(repository, run, emit), resumed: true }
}

/** The latest interrupted run of exactly this plan. */
export async function findUnfinishedRun(repository: Repository, text: string): Promise<RunId | undefined> {
  const plan = toBlobId(repository, text)
  const refs = await listRefs(repository, [`${stateRefs}*/plan`])
  const runs = refs.filter(ref => ref.id === plan).map(ref => toRunOfRef(ref.name))
  for (const run of runs.sort().reverse()) if (await isUnfinished(repository, run)) return run
  return undefined
}

/** A run without a report was killed; a cancelled one can continue. */
export async function isUnfinished(repository: Repository, run: RunId): Promise<boolean> {
  const report = await new RunStore(repository, run, undefined).readReport()
  return report === undefined || report.status === 'cancelled'
}

/** All known runs of this repository, the latest first. */
export async function listRuns(repository: Repository): Promise<RunId[]> {
  const refs = await listRefs(repository, [`${stateRefs}*/plan`])
  return refs
    .map(ref => toRunOfRef(ref.name))
    .filter(isRunId)
    .sort()
    .reverse()
}

export const noRunText = 'there is no run here yet: start one with "parallel-agents run"'

/** The run with that id, or with a unique prefix or suffix; without a name the latest. Refuses if there is none. */
export async function requireRun(repository: Repository, run: string | undefined): Promise<RunId> {
  const runs = await listRuns(repository)
  if (run === undefined) {
    if (runs[0] === undefined) throw new RefusedError(noRunText)
    return runs[0]
  }
  const matches = matchRuns(runs, run)
  if (matches[0] !== undefined && matches.length === 1) return matches[0]
  throw toRunError(run, matches, runs)
}

/** Why a name is not that of one run. */
export function toRunError(name: string, matches: readonly RunId[], runs: readonly RunId[]): RefusedError {
  if (matches.length > 1)
    return new RefusedError(`${name} matches several runs: ${matches.slice(0, 5).join(', ')}`)
  return new RefusedError(
    `there is no run ${name === '' ? 'with an empty id' : name}${runs.length === 0 ? '' : `; known runs: ${runs.slice(0, 5).join(', ')}`}`,
  )
}

/** The run with that id; else all whose ids begin or end with it. None for an empty name: a variable of a script may be unset. */
export function matchRuns(runs: readonly RunId[], name: string): readonly RunId[] {
  if (name === '') return []
  return runs.includes(name)
    ? [name]
    : runs.filter(known => known.startsWith(name) || known.endsWith(`-${name}`))
}

function toRunOfRef(ref: string): RunId {
  return ref.slice(stateRefs.length).split('/')[0] ?? ''
}

function toBlobId(repository: Repository, text: string): ObjectId {
  const body = Buffer.from(text)
  return createHash(repository.store.format).update(`blob ${body.length}\0`).update(body).digest('hex')
}
