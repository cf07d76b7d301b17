import { randomUUID } from 'node:crypto'
import type { JobFolders } from './job-folders.ts'
import type { RunFacts, Services } from './run-facts.ts'

/** The context `github` before a job has a runner: of the run, and so of the caller inside of a called workflow. */
export function toGithubContext(run: RunFacts, services: Services): Record<string, unknown> {
  const { name } = run.repository
  const [refType, refName] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(run.ref)?.slice(1) ?? ['heads', run.ref]
  return {
    repository: name,
    repository_id: '1',
    repository_owner: name.split('/')[0],
    repository_owner_id: '1',
    repositoryUrl: `git://github.localhost/${name}.git`,
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    retention_days: '90',
    actor: run.event.actor,
    actor_id: '1',
    triggering_actor: run.event.actor,
    workflow: run.workflowName,
    workflow_ref: `${name}/${run.workflowPath}@${run.ref}`,
    workflow_sha: run.sha,
    ref: run.ref,
    ref_name: refName,
    ref_type: refType === 'tags' ? 'tag' : 'branch',
    ref_protected: run.repository.protectedBranches.has(refName ?? ''),
    sha: run.sha,
    head_ref: '',
    base_ref: '',
    event_name: run.event.name,
    event: run.event.payload,
    server_url: services.serverUrl,
    api_url: services.apiUrl,
    graphql_url: `${services.apiUrl}/graphql`,
    secret_source: 'Actions',
  }
}

/** Values of the context that steps also get as variables: `GITHUB_SHA` and so on. */
const exported = [
  'action',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
]

export function toGithubVariables(github: Readonly<Record<string, unknown>>): Record<string, string> {
  const rows = exported.map(name => [`GITHUB_${name.toUpperCase()}`, String(github[name] ?? '')] as const)
  return { ...Object.fromEntries(rows), GITHUB_ACTIONS: 'true', CI: 'true' }
}

/** The name of the runner that does a job: no two jobs share one. */
export function toRunnerName(job: { readonly number: number }): string {
  return `GitHub Actions ${job.number}`
}

/** The context `runner`. */
export function toRunnerContext(folders: JobFolders, name: string): Record<string, string> {
  return {
    name,
    os: 'Linux',
    arch: 'X64',
    environment: 'github-hosted',
    temp: folders.temp,
    tool_cache: folders.tools,
    workspace: folders.root,
  }
}

export function toRunnerVariables(runner: Readonly<Record<string, string>>): Record<string, string> {
  const rows = Object.entries(runner).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value] as const)
  return Object.fromEntries(rows)
}

/** Marks every process of a job, so that none outlives it. */
export function makeTrackingId(): string {
  return `github_${randomUUID()}`
}
