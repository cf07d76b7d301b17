import { toRunnerName } from '../../runner/github-context.ts'
import type { Job } from '../../runner/job.ts'
import type { WorkflowRun } from '../../runner/workflow-run.ts'
import { toUrl } from '../artifact-service.ts'
import type { Artifact } from '../artifact-store.ts'
import { toPage } from './pages.ts'
import { ApiError, type ApiRequest, ok, type Route } from './route.ts'

const permissions = ['actions']

export const runRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions/runs/:id', permissions, level: 'read', answer: showRun },
  { method: 'POST', path: '/actions/runs/:id/cancel', permissions, level: 'write', answer: cancelRun },
  { method: 'GET', path: '/actions/runs/:id/jobs', permissions, level: 'read', answer: listJobs },
  {
    method: 'GET',
    path: '/actions/runs/:id/attempts/:attempt/jobs',
    permissions,
    level: 'read',
    answer: listAttemptJobs,
  },
  { method: 'GET', path: '/actions/runs/:id/artifacts', permissions, level: 'read', answer: listArtifacts },
  { method: 'GET', path: '/actions/artifacts', permissions, level: 'read', answer: listAllArtifacts },
  {
    method: 'GET',
    path: '/actions/artifacts/:artifact/zip',
    permissions,
    level: 'read',
    answer: sendToArtifact,
  },
]

function requireRun({ services, repository, params }: ApiRequest): WorkflowRun {
  const run = services.runs.find(
    ({ id, facts }) => String(id) === params.id && facts.repository === repository,
  )
  if (run === undefined) throw new ApiError(404, 'Not Found')
  return run
}

function cancelRun(request: ApiRequest) {
  const run = requireRun(request)
  if (run.conclusion !== undefined) throw new ApiError(409, 'Cannot cancel a workflow run that is completed.')
  void run.cancel()
  return { status: 202, body: {} }
}

function showRun(request: ApiRequest) {
  const run = requireRun(request)
  const { facts } = run
  return ok({
    id: run.id,
    name: facts.workflowName,
    path: facts.workflowPath,
    run_number: facts.number,
    run_attempt: run.attempt,
    event: facts.event.name,
    head_sha: facts.sha,
    head_branch: facts.ref.replace(/^refs\/heads\//, ''),
    status: run.conclusion === undefined ? 'in_progress' : 'completed',
    conclusion: run.conclusion ?? null,
  })
}

function toJobBody(run: WorkflowRun, job: Job): object {
  return {
    id: job.number,
    run_id: run.id,
    run_attempt: job.attempt,
    head_sha: run.facts.sha,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion ?? null,
    started_at: job.startedAt ?? null,
    completed_at: job.completedAt ?? null,
    workflow_name: run.facts.workflowName,
    labels: ['ubuntu-latest'],
    runner_name: job.status === 'queued' ? null : toRunnerName(job),
    steps: job.steps.map((step, index) => ({
      name: step.name,
      number: index + 1,
      status: 'completed',
      conclusion: step.conclusion,
    })),
  }
}

function listJobs(request: ApiRequest) {
  const run = requireRun(request)
  const isAll = request.query.get('filter') === 'all'
  const jobs = isAll ? new Set(run.attempts.flatMap(attempt => attempt.jobs)) : run.jobs
  return toJobPage(request, run, [...jobs])
}

function listAttemptJobs(request: ApiRequest) {
  const run = requireRun(request)
  const attempt = run.attempts[Number(request.params.attempt) - 1]
  if (attempt === undefined) throw new ApiError(404, 'Not Found')
  return toJobPage(request, run, attempt.jobs)
}

function toJobPage(request: ApiRequest, run: WorkflowRun, jobs: readonly Job[]) {
  const path = `/repos/${request.repository.name}/actions/runs/${run.id}/jobs`
  const bodies = jobs.map(job => toJobBody(run, job))
  return toPage(request, path, bodies, page => ({ total_count: jobs.length, jobs: page }))
}

function listArtifacts(request: ApiRequest) {
  const run = requireRun(request)
  const name = request.query.get('name')
  const found = request.services.artifacts
    .list(run.id)
    .filter(artifact => name === null || artifact.name === name)
    .map(artifact => toArtifactBody(request, artifact))
  const path = `/repos/${request.repository.name}/actions/runs/${run.id}/artifacts`
  return toPage(request, path, found, page => ({ total_count: found.length, artifacts: page }))
}

/** Those of every run of the repository, the newest first. */
function listAllArtifacts(request: ApiRequest) {
  const name = request.query.get('name')
  const { runs, artifacts } = request.services
  const found = runs
    .filter(({ facts }) => facts.repository === request.repository)
    .flatMap(({ id }) => artifacts.list(id))
    .filter(artifact => name === null || artifact.name === name)
    .toSorted((a, b) => b.id - a.id)
    .map(artifact => toArtifactBody(request, artifact))
  const path = `/repos/${request.repository.name}/actions/artifacts`
  return toPage(request, path, found, page => ({ total_count: found.length, artifacts: page }))
}

function toArtifactBody({ services, repository }: ApiRequest, artifact: Artifact): object {
  const { id, name, content, createdAt, runId, digest } = artifact
  return {
    id,
    name,
    size_in_bytes: content.length,
    expired: false,
    created_at: createdAt,
    digest: digest ?? null,
    archive_download_url: `${services.origin}/api/v3/repos/${repository.name}/actions/artifacts/${id}/zip`,
    workflow_run: { id: runId },
  }
}

function sendToArtifact({ services, repository, params }: ApiRequest) {
  const artifact = services.artifacts.tryFindById(Number(params.artifact))
  const run = services.runs.find(({ id }) => id === artifact?.runId)
  if (artifact === undefined || run?.facts.repository !== repository) throw new ApiError(404, 'Not Found')
  return { status: 302, body: {}, headers: { location: toUrl(services.origin, artifact) } }
}
