import { HttpClient } from '@actions/http-client'
import * as z from 'zod'
import type { Environment } from '../../model/plan.ts'

const answerSchema = z.object({
  artifacts: z
    .array(z.object({ name: z.string(), workflow_job_run_backend_id: z.string().optional() }))
    .default([]),
})

/**
 * Which job made each artifact of this workflow run, by the word of the service: it knows each job by the token that it has given it.
 * The client asks for the same, and leaves out the jobs.
 */
export async function readArtifactMakers({
  ACTIONS_RESULTS_URL: origin = '',
  ACTIONS_RUNTIME_TOKEN: token = '',
}: Environment): Promise<ReadonlyMap<string, string>> {
  const url = new URL('/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts', origin)
  const client = new HttpClient('parallel-agents', [], {
    headers: { authorization: `Bearer ${token}` },
    allowRetries: true,
    maxRetries: 3,
  })
  const { result } = await client.postJson<unknown>(url.href, readOwnIds(token))
  const { artifacts } = answerSchema.parse(result)
  return new Map(
    artifacts.flatMap(({ name, workflow_job_run_backend_id: job }) =>
      job === undefined || job === '' ? [] : [[name, job] as const],
    ),
  )
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
