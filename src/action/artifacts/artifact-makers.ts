import { HttpClient, type HttpClientError } from '@actions/http-client'
import * as z from 'zod'
import type { Environment } from '../../model/plan.ts'
import { jitter, type Retries, retry, sleepSeconds } from '../../model/timing/delays.ts'

const answerSchema = z.object({
  artifacts: z
    .array(
      z.object({
        name: z.string(),
        database_id: z.union([z.string(), z.number()]).transform(String),
        workflow_job_run_backend_id: z.string().optional(),
        created_at: z.string().optional(),
      }),
    )
    .default([]),
})

/** An artifact, and the job that uploaded it. */
export interface MadeArtifact {
  readonly name: string
  readonly id: string
  /** Undefined where the service does not say. */
  readonly job: string | undefined
  /** In milliseconds; undefined where the service does not say. */
  readonly at: number | undefined
}

/**
 * The artifacts of this workflow run with the jobs that uploaded them: the artifact service knows each job by the token that it was given.
 * The client makes the same request, and drops the jobs.
 */
export async function readArtifactMakers({
  ACTIONS_RESULTS_URL: origin = '',
  ACTIONS_RUNTIME_TOKEN: token = '',
}: Environment): Promise<MadeArtifact[]> {
  const url = new URL('/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts', origin)
  const result = await postWithRetries(url.href, token)
  const { artifacts } = answerSchema.parse(result)
  return artifacts.map(({ name, database_id: id, workflow_job_run_backend_id: job, created_at: time }) => ({
    name,
    id,
    job: job === '' ? undefined : job,
    at: toMilliseconds(time),
  }))
}

function toMilliseconds(time: string | undefined): number | undefined {
  const at = Date.parse(time ?? '')
  return Number.isNaN(at) ? undefined : at
}

/** The service is busy at times, and its client would try again as well. */
const retries: Retries = {
  delays: [1, 2, 4, 8],
  toWait: (error, delay) => {
    const { statusCode = 500 } = error as Partial<HttpClientError>
    return statusCode >= 500 || statusCode === 429 ? jitter(delay) : undefined
  },
  wait: sleepSeconds,
}

async function postWithRetries(address: string, token: string): Promise<unknown> {
  const client = new HttpClient('parallel-agents', [], { headers: { authorization: `Bearer ${token}` } })
  const body = readOwnIds(token)
  return retry(retries, async () => (await client.postJson<unknown>(address, body)).result)
}

/** A token says for which job of which run it is: `Actions.Results:<run>:<job>` is one of its scopes. */
function readOwnIds(token: string): object {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  const { scp } = z.object({ scp: z.string() }).parse(JSON.parse(payload))
  const [, run, job] = scp
    .split(' ')
    .map(scope => scope.split(':'))
    .find(([name]) => name === 'Actions.Results') ?? ['', '', '']
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
}
