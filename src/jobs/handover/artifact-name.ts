import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import { isRunId, type RunId } from '../../run/run-id.ts'

/** Which handover an artifact holds. */
export interface ArtifactName {
  readonly run: RunId
  /** The attempt of the workflow run, from 1. */
  readonly attempt: number
  readonly task: TaskId
  /** From 2: the name before could not be used, because something went wrong while it was filled. */
  readonly copy?: number
}

/** One handover tries at most this many names. */
export const mostCopies = 5

const prefix = 'parallel-agents-'

/** The name of the artifact of a task: GitHub takes each name once in a workflow run, so the attempt is in it. */
export function toArtifactName({ run, attempt, task, copy = 1 }: ArtifactName): string {
  if (!isRunId(run)) throw new RefusedError(`${JSON.stringify(run)} is not the id of a run`)
  if (!Number.isSafeInteger(attempt) || attempt < 1)
    throw new RefusedError(`${attempt} is not the number of an attempt: they count from 1`)
  if (!idPattern.test(task)) throw new RefusedError(`${JSON.stringify(task)} is not the id of a task`)
  return `${prefix}${run}-${attempt}-${task}${copy === 1 ? '' : `.${copy}`}`
}

/** All artifacts of a run begin with this, of whatever attempt and kind. */
export function toArtifactPrefix(run: RunId): string {
  return `${prefix}${run}-`
}

/** What a name says; undefined for a foreign artifact. */
export function tryReadArtifactName(name: string): ArtifactName | undefined {
  const match = /^parallel-agents-(\d{8}-\d{6}-[0-9a-f]{4})-([1-9]\d{0,8})-(.*?)(?:\.([2-5]))?$/s.exec(name)
  const [, run = '', attempt = '', task = '', copy] = match ?? []
  if (!idPattern.test(task)) return undefined
  return { run, attempt: Number(attempt), task, ...(copy === undefined ? {} : { copy: Number(copy) }) }
}

/**
 * For each task of a run the artifact of its latest attempt, up to the present one: "Re-run failed jobs" does the others only. Of
 * copies, the first. Names that belong to something else are left out.
 */
export function toLatestArtifacts(
  names: readonly string[],
  { run, attempt }: Pick<ArtifactName, 'run' | 'attempt'>,
): ArtifactName[] {
  const latest = new Map<TaskId, ArtifactName>()
  for (const name of names) {
    const read = tryReadArtifactName(name)
    if (read === undefined || read.run !== run || read.attempt > attempt) continue
    const known = latest.get(read.task)
    if (known === undefined || isBetter(read, known)) latest.set(read.task, read)
  }
  return [...latest.values()]
}

function isBetter(a: ArtifactName, b: ArtifactName): boolean {
  return a.attempt === b.attempt ? (a.copy ?? 1) < (b.copy ?? 1) : a.attempt > b.attempt
}

/** What a lane tells others of itself: which job does it, that the job waits or no longer does, and that the lane has ended. */
export type LaneNoteKind = 'begin' | 'wait' | 'lane'

/** The name of the artifact by which a lane tells something. */
export function toLaneArtifactName(run: RunId, attempt: number, kind: LaneNoteKind, lane: string): string {
  return `${prefix}${run}-${attempt}-${kind}.${lane}`
}

/** Those of some names by which lanes tell something in an attempt. */
export function listLaneArtifacts(
  names: readonly string[],
  run: RunId,
  attempt: number,
  kind: LaneNoteKind,
): string[] {
  return names.filter(name => name.startsWith(toLaneArtifactName(run, attempt, kind, '')))
}
