import * as z from 'zod'
import type { FailedJob } from '../../report/text/failed-jobs.ts'
import type { GitHubReader } from './ask-github.ts'
import { readPages } from './reading.ts'

const step = z.object({ name: z.string(), conclusion: z.string().nullish() })
const jobSchema = z.object({
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  runner_name: z.string().nullish(),
  steps: z.array(step).nullish(),
})
type Job = z.output<typeof jobSchema>

const pageSchema = z.object({ jobs: z.array(jobSchema) }).transform(({ jobs }) => jobs)
const mostPages = 5

export interface WorkflowJobs {
  /** The id of the workflow run. */
  readonly run: number
  /** The runner of this job. */
  readonly runner: string | undefined
}

/** The failed jobs of a workflow run, of the called workflow that this job belongs to. None if they cannot be read. */
export async function readFailedJobs(
  github: GitHubReader,
  { run, runner }: WorkflowJobs,
): Promise<FailedJob[]> {
  try {
    const jobs = await readPages(github, `/actions/runs/${run}/jobs?filter=latest`, pageSchema, mostPages)
    const own = jobs.find(job => job.status === 'in_progress' && job.runner_name === runner)
    const prefix = own?.name.slice(0, own.name.lastIndexOf(' / ') + 1) ?? ''
    return jobs.filter(({ name }) => name.startsWith(prefix)).flatMap(job => tryFailed(job) ?? [])
  } catch {
    return [] // whatever GitHub says, the work is published without their names
  }
}

const ends: Readonly<Record<string, FailedJob['end']>> = {
  failure: 'failed',
  startup_failure: 'failed',
  cancelled: 'was cancelled',
  timed_out: 'timed out',
}

function tryFailed({ name, conclusion, runner_name, steps }: Job): FailedJob | undefined {
  const end = ends[conclusion ?? '']
  if (end === undefined) return undefined
  const failed = steps?.find(({ conclusion: each }) => each === 'failure' || each === 'timed_out')
  const hasNoRunner = end === 'failed' && !runner_name && (steps ?? []).length === 0
  return { name, end: hasNoRunner ? 'got no runner' : end, step: failed?.name }
}
