import type { getOctokit } from '@actions/github'
import type { JobWatch } from '../../jobs/lane/job-watch.ts'
import { TransportError } from '../../jobs/transport/transport.ts'
import type { Step } from '../step/step.ts'

type Octokit = ReturnType<typeof getOctokit>

interface WorkflowRun {
  readonly owner: string
  readonly repo: string
  readonly run_id: number
}

interface JobRecord {
  readonly id: number
  readonly status: string
  readonly runner_name: string | null
}

/** Reads the jobs of this workflow run from GitHub. Undefined where it cannot be asked at all. */
export async function tryOpenJobWatch({
  inputs,
  env,
}: Pick<Step, 'inputs' | 'env'>): Promise<JobWatch | undefined> {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  const run_id = Number(env.GITHUB_RUN_ID)
  if (inputs.githubToken === '' || repo === '' || !Number.isSafeInteger(run_id) || !env.GITHUB_API_URL)
    return undefined
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(inputs.githubToken, { baseUrl: env.GITHUB_API_URL })
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

  /** A runner does one job at a time. */
  async readOwnJob(): Promise<string | undefined> {
    if (this.runner === '') return undefined
    const jobs = await this.readJobs()
    const own = jobs.filter(job => job.status === 'in_progress' && job.runner_name === this.runner)
    return own.length === 1 ? String(own[0]?.id) : undefined
  }

  async readEndedJobs(): Promise<ReadonlySet<string>> {
    const jobs = await this.readJobs()
    return new Set(jobs.filter(({ status }) => status === 'completed').map(({ id }) => String(id)))
  }

  /** Each as it was started last. */
  private async readJobs(): Promise<readonly JobRecord[]> {
    const { paginate, rest } = this.octokit
    try {
      const request = { ...this.run, filter: 'latest', per_page: 100 } as const
      return await paginate(rest.actions.listJobsForWorkflowRun, request)
    } catch (error) {
      throw new TransportError(
        `lanes whose jobs die are only given up at the deadline: the jobs of this run could not be read (${(error as Error).message}); give the job \`permissions: { actions: read }\``,
        { cause: error },
      )
    }
  }
}
