import { findCallProblem } from './inputs.ts'
import { findExcess, type Permissions, readPermissions } from './permissions.ts'
import { type JobDefinition, readWorkflow, type Workflow, WorkflowFileError } from './read-workflow.ts'
import { child, type Token } from './token.ts'

/** Where a workflow file is. */
export interface WorkflowPlace {
  /** `owner/name` */
  readonly repository: string
  readonly path: string
  /** Full ref, or an id when it is called by that. */
  readonly ref: string
  readonly sha: string
}

/** A workflow with all that it calls, by the ids of the calling jobs. */
export interface LoadedWorkflow extends WorkflowPlace {
  readonly workflow: Workflow
  readonly calls: ReadonlyMap<string, LoadedWorkflow>
}

/** What a name of a commit stands for. */
export interface Resolved {
  readonly ref: string
  readonly sha: string
}

/** How workflow files are found in repositories. */
export interface WorkflowSource {
  /** The full ref and the commit of a branch, a tag or an id; undefined when `reader` may not read the repository, or there is none. */
  tryResolve(reader: string, repository: string, ref: string): Promise<Resolved | undefined>
  tryRead(repository: string, sha: string, path: string): Promise<string | undefined>
}

/** How deep calls may go, counted with the first workflow. */
const deepest = 10

/** Loads a workflow and, at once as GitHub does, all that it calls. Throws when one is missing or called in a wrong way. */
export async function loadWorkflow(
  source: WorkflowSource,
  place: WorkflowPlace,
  depth = 1,
): Promise<LoadedWorkflow> {
  const content = await source.tryRead(place.repository, place.sha, place.path)
  if (content === undefined)
    throw new WorkflowFileError(`${place.repository}: no file ${place.path} in ${place.ref}`)
  const workflow = await readWorkflow(place.path, content)

  const calls = new Map<string, LoadedWorkflow>()
  for (const job of workflow.jobs) {
    if (job.uses === undefined) continue
    if (depth >= deepest)
      throw new WorkflowFileError(`${job.uses}: reusable workflows go at most ${deepest} levels deep`)
    calls.set(job.id, await loadCalled(source, place, job, job.uses, depth))
  }
  return { ...place, workflow, calls }
}

async function loadCalled(
  source: WorkflowSource,
  place: WorkflowPlace,
  job: JobDefinition,
  uses: string,
  depth: number,
): Promise<LoadedWorkflow> {
  const called = await loadWorkflow(source, await toPlace(source, place, uses), depth + 1)
  const on = called.workflow.events
  if (on.workflow_call === undefined)
    throw callError(uses, 'the workflow is not reusable as it is missing a `on.workflow_call` trigger')
  const problem = findCallProblem(job.token, called.workflow.token)
  if (problem !== undefined) throw callError(uses, problem)
  return called
}

async function toPlace(source: WorkflowSource, place: WorkflowPlace, uses: string): Promise<WorkflowPlace> {
  const local = /^\.\/(\.github\/workflows\/[^/@]+)$/.exec(uses)
  if (local !== null) return { ...place, path: local[1] as string }
  const remote = /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+)@(.+)$/.exec(uses)
  if (remote === null) throw callError(uses, 'invalid reference to a workflow')
  const [, repository, path, ref] = remote as unknown as [string, string, string, string]
  const resolved = await source.tryResolve(place.repository, repository, ref)
  if (resolved === undefined) throw callError(uses, 'workflow was not found')
  return { repository, path, ...resolved }
}

function callError(uses: string, problem: string): WorkflowFileError {
  return new WorkflowFileError(`Error calling workflow '${uses}'. ${problem}`)
}

/** What a job may do: what it names, else what its workflow names, else what was given. */
export function toJobPermissions(workflow: Token, job: Token, given: Permissions): Permissions {
  return readPermissions(job) ?? readPermissions(workflow) ?? given
}

/** Throws when a job of a called workflow, at any depth, asks for more than its caller has. */
export function checkPermissions(loaded: LoadedWorkflow, given: Permissions): void {
  for (const job of loaded.workflow.jobs) {
    const called = loaded.calls.get(job.id)
    if (called === undefined) continue
    const permissions = toJobPermissions(loaded.workflow.token, job.token, given)
    for (const nested of called.workflow.jobs) {
      const excess = findExcess(
        toJobPermissions(called.workflow.token, nested.token, permissions),
        permissions,
      )
      if (excess !== undefined) throw callError(job.uses ?? '', `The nested job '${nested.id}' is ${excess}.`)
    }
    checkPermissions(called, permissions)
  }
}

/** The outputs that a reusable workflow declares. */
export function outputTokens(workflow: Token): Token | undefined {
  return child(workflow, 'on', 'workflow_call', 'outputs')
}
