import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import { isRunId, type RunId } from '../../run/run-id.ts'

/** The handover in an artifact. */
export interface ArtifactName {
  readonly run: RunId
  /** The attempt of the workflow run, from 1. */
  readonly attempt: number
  readonly task: TaskId
  /** From 2: the previous name was used up by a failed upload. */
  readonly copy?: number
}

/** Maximum names for one handover. */
export const mostCopies = 5

const prefix = 'parallel-agents-'

/** The artifact name of a task: GitHub accepts each name once in a workflow run, so it contains the attempt. */
export function toArtifactName({ run, attempt, task, copy = 1 }: ArtifactName): string {
  if (!isRunId(run)) throw new RefusedError(`${JSON.stringify(run)} is not the id of a run`)
  if (!Number.isSafeInteger(attempt) || attempt < 1)
    throw new RefusedError(`${attempt} is not the number of an attempt: they count from 1`)
  if (!idPattern.test(task)) throw new RefusedError(`${JSON.stringify(task)} is not the id of a task`)
  return `${prefix}${run}-${attempt}-${task}${copy === 1 ? '' : `.${copy}`}`
}

/** The prefix of all artifacts of a run, of any attempt and kind. */
export function toArtifactPrefix(run: RunId): string {
  return `${prefix}${run}-`
}

/** Parses a name; undefined for a foreign artifact. */
export function tryReadArtifactName(name: string): ArtifactName | undefined {
  const match = /^parallel-agents-(\d{8}-\d{6}-[0-9a-f]{4})-([1-9]\d{0,8})-(.*?)(?:\.([2-5]))?$/s.exec(name)
  const [, run = '', attempt = '', task = '', copy] = match ?? []
  if (!idPattern.test(task)) return undefined
  return { run, attempt: Number(attempt), task, ...(copy === undefined ? {} : { copy: Number(copy) }) }
}

/**
 * For each task of a run the artifact of its latest attempt, up to the present one: "Re-run failed jobs" only repeats the others. Of
 * copies, the first. Foreign names are ignored.
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

/** The first artifact of a job that merges: it tests whether the job can leave one, and announces its key. */
export function toMergeTrialName({ run, attempt }: Pick<ArtifactName, 'run' | 'attempt'>): string {
  return `${prefix}${run}-${attempt}-merge.trial`
}

export function isMergeTrialName(run: RunId, name: string): boolean {
  return (
    name.startsWith(toArtifactPrefix(run)) &&
    /^\d+-merge\.trial$/.test(name.slice(toArtifactPrefix(run).length))
  )
}

/** A lane's notes to others: its job, whether the job waits, and the lane's end. */
export type LaneNoteKind = 'begin' | 'wait' | 'lane'

/** The artifact name of a lane's note. */
export function toLaneArtifactName(run: RunId, attempt: number, kind: LaneNoteKind, lane: string): string {
  return `${prefix}${run}-${attempt}-${kind}.${lane}`
}

/** The names of lane notes in an attempt. */
export function listLaneArtifacts(
  names: readonly string[],
  run: RunId,
  attempt: number,
  kind: LaneNoteKind,
): string[] {
  const prefix = toLaneArtifactName(run, attempt, kind, '')
  return names.filter(name => name.startsWith(prefix) && noteName.test(name.slice(prefix.length)))
}

/** A lane, or a job and a number; then the number of a copy. Any job can leave others. */
const noteName = /^[a-z0-9-]{1,60}(?:\.\d{1,6})?(?:\.[2-5])?$/
