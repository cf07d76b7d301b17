import { idPattern } from '../../plan/id-pattern.ts'
import type { TaskId } from '../../plan/plan.ts'
import { RefusedError } from '../../plan/refused-error.ts'
import { isRunId, type RunId } from '../run/run-id.ts'

/** Which handover an artifact holds. */
export interface ArtifactName {
  readonly run: RunId
  /** The attempt of the workflow run, from 1. */
  readonly attempt: number
  readonly task: TaskId
}

const prefix = 'parallel-agents-'

/** The name of the artifact of a task: GitHub takes each name once in a workflow run, so the attempt is in it. */
export function toArtifactName({ run, attempt, task }: ArtifactName): string {
  if (!isRunId(run)) throw new RefusedError(`${JSON.stringify(run)} is not the id of a run`)
  if (!Number.isSafeInteger(attempt) || attempt < 1)
    throw new RefusedError(`${attempt} is not the number of an attempt: they count from 1`)
  if (!idPattern.test(task)) throw new RefusedError(`${JSON.stringify(task)} is not the id of a task`)
  return `${prefix}${run}-${attempt}-${task}`
}

/** What a name says; undefined for the artifact of somebody else. */
export function tryReadArtifactName(name: string): ArtifactName | undefined {
  const match = /^parallel-agents-(\d{8}-\d{6}-[0-9a-f]{4})-([1-9]\d{0,8})-(.*)$/s.exec(name)
  const [, run = '', attempt = '', task = ''] = match ?? []
  return idPattern.test(task) ? { run, attempt: Number(attempt), task } : undefined
}

/**
 * For each task of a run the artifact of its latest attempt, up to the present one: "Re-run failed jobs" does the others only.
 * Names that belong to something else are left out.
 */
export function toLatestArtifacts(
  names: readonly string[],
  { run, attempt }: Pick<ArtifactName, 'run' | 'attempt'>,
): ArtifactName[] {
  const latest = new Map<TaskId, ArtifactName>()
  for (const name of names) {
    const read = tryReadArtifactName(name)
    if (read === undefined || read.run !== run || read.attempt > attempt) continue
    if (read.attempt > (latest.get(read.task)?.attempt ?? 0)) latest.set(read.task, read)
  }
  return [...latest.values()]
}
