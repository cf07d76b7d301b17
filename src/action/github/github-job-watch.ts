import * as z from 'zod'
import type { JobWatch, WatchedJob } from '../../jobs/lane/job-watch.ts'
import type { JobSpan } from '../../jobs/transport/job-spans.ts'
import { TransportError } from '../../jobs/transport/transport.ts'
import type { Step } from '../step/step.ts'
import { type Octokit, openOctokit } from './github.ts'

interface WorkflowRun {
  readonly owner: string
  readonly repo: string
  readonly run_id: number
}

const jobSchema = z.object({
  id: z.number(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  runner_name: z.string().nullish(),
  started_at: z.string().nullish(),
  completed_at: z.string().nullish(),
})
const pageSchema = z.object({ jobs: z.array(jobSchema) })
type JobRecord = Readonly<z.output<typeof jobSchema>>

const pageSize = 100
/** A workflow run has at most 256 lanes. */
const mostPages = 30

/** Reads the jobs of this workflow run from GitHub. Undefined if GitHub cannot be asked. */
export async function tryOpenJobWatch({
  inputs,
  env,
}: Pick<Step, 'inputs' | 'env'>): Promise<JobWatch | undefined> {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  const run_id = Number(env.GITHUB_RUN_ID)
  if (inputs.githubToken === '' || repo === '' || !Number.isSafeInteger(run_id) || !env.GITHUB_API_URL)
    return undefined
  const octokit = await openOctokit(env, inputs.githubToken)
  return new GithubJobWatch(octokit, { owner, repo, run_id }, env.RUNNER_NAME ?? '')
}

class GithubJobWatch implements JobWatch {
  private readonly octokit: Octokit
  private readonly run: WorkflowRun
  private readonly runner: string

  constructor(octokit: Octokit, run: WorkflowRun, runner: string) {
    this.octokit = octokit
    this.run = run
    this.runner = runner
  }

  async readJobs(): Promise<readonly WatchedJob[]> {
    return (await this.fetchJobs('latest')).map(toWatchedJob)
  }

  /** A runner runs one job at a time. */
  async readOwnJob(): Promise<WatchedJob | undefined> {
    if (this.runner === '') return undefined
    const jobs = await this.fetchJobs('latest')
    const own = jobs.filter(job => job.status === 'in_progress' && job.runner_name === this.runner)
    return own.length === 1 ? own.map(toWatchedJob)[0] : undefined
  }

  async readSpans(): Promise<readonly JobSpan[]> {
    return (await this.fetchJobs('all')).map(toJobSpan)
  }

  /** The latest start of each, or all. */
  private async fetchJobs(filter: 'latest' | 'all'): Promise<readonly JobRecord[]> {
    const jobs: JobRecord[] = []
    try {
      for (let page = 1; page <= mostPages; page++) {
        const request = { ...this.run, filter, per_page: pageSize, page }
        const { data } = await this.octokit.rest.actions.listJobsForWorkflowRun(request)
        const found = pageSchema.parse(data).jobs
        jobs.push(...found)
        if (found.length < pageSize) break
      }
      return jobs
    } catch (error) {
      throw new TransportError(
        `the jobs of this workflow run could not be read (${(error as Error).message}), so lanes whose jobs die are only noticed at the deadline. Give the job \`permissions: { actions: read }\``,
        { cause: error },
      )
    }
  }
}

function toJobSpan({ name, started_at, completed_at, conclusion }: JobRecord): JobSpan {
  return {
    name,
    startedAt: tryTime(started_at),
    endedAt: tryTime(completed_at),
    hasSucceeded: conclusion === 'success',
  }
}

function tryTime(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? undefined : time
}

/** Jobs that wait for an approval or for other jobs have no runner either. */
function toWatchedJob({ id, name, status, started_at }: JobRecord): WatchedJob {
  return {
    id: String(id),
    name,
    status: status === 'completed' ? 'completed' : status === 'in_progress' ? 'running' : 'queued',
    startedAt: status === 'queued' ? undefined : tryTime(started_at),
  }
}
