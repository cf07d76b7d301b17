import { statSync } from 'node:fs'
import type { WatchedJob } from '../../jobs/lane/job-watch.ts'
import type { Step } from './step.ts'

export interface JobDeadline {
  /** Aborts when it is time to stop, with enough time left for handovers. */
  readonly signal: AbortSignal
  readonly minutes: number
}

/** A server's start time is ignored if the job would be older than this. */
const longestMilliseconds = 7 * 24 * 3_600_000

/** Counts `deadline-minutes` from the same moment as GitHub's `timeout-minutes`: the start of the job, including all earlier steps. */
export function startDeadline(
  step: Pick<Step, 'inputs' | 'env' | 'log'>,
  ownJob: WatchedJob | undefined,
): JobDeadline {
  const minutes = step.inputs.deadlineMinutes
  const left = readJobStart(step.env, ownJob, Date.now()) + minutes * 60_000 - Date.now()
  const signal = AbortSignal.timeout(Math.max(0, Math.round(left)))
  const tell = () =>
    step.log.line(
      `deadline reached (${minutes} minutes after the start of the job): stopping tasks and keeping their work`,
    )
  signal.addEventListener('abort', tell)
  return { signal, minutes }
}

/** GitHub's start time, else the time of the event file, which the runner writes first. Else now. */
function readJobStart(env: Step['env'], ownJob: WatchedJob | undefined, now: number): number {
  const event = env.GITHUB_EVENT_PATH && statSync(env.GITHUB_EVENT_PATH, { throwIfNoEntry: false })?.mtimeMs
  const candidates = [ownJob?.startedAt, event || undefined]
  const isPlausible = (at: number | undefined) =>
    at !== undefined && at <= now && now - at < longestMilliseconds
  return candidates.find(isPlausible) ?? now
}
