import { toCount } from './text.ts'

/** A job of a workflow run that failed or was cancelled. */
export interface FailedJob {
  /** As on the page of the run: `agents / api → docs`. */
  readonly name: string
  readonly end: 'failed' | 'was cancelled' | 'timed out' | 'got no runner'
  /** The step that failed, if one did. */
  readonly step: string | undefined
}

const mostNamed = 3

/** `the job "agents / plan" failed at the step "Prepare the runner"`, for each; undefined without any. */
export function tryFailedJobsText(jobs: readonly FailedJob[]): string | undefined {
  if (jobs.length === 0) return undefined
  const named = jobs
    .slice(0, mostNamed)
    .map(
      ({ name, end, step }) =>
        `the job "${name}" ${end}${step === undefined ? '' : ` at the step "${step}"`}`,
    )
  const more = jobs.length - named.length
  return [...named, ...(more > 0 ? [`and ${toCount(more, 'more job')}`] : [])].join(', ')
}

/** Those that should have done a task: jobs of lanes are named by their tasks. */
export function listJobsOfTask(task: string, jobs: readonly FailedJob[]): FailedJob[] {
  return jobs.filter(({ name }) => name.split(' / ').at(-1)?.split(' → ').includes(task) === true)
}
