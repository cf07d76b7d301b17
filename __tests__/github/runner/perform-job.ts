import type { RuntimeIdentity } from '../services/artifact-store.ts'
import type { LoadedWorkflow } from '../workflow/load-workflow.ts'
import type { JobDefinition } from '../workflow/read-workflow.ts'
import { child, toTexts, toValue } from '../workflow/token.ts'
import { toActionPlans } from './action-step.ts'
import { toRunnerName } from './github-context.ts'
import type { Job } from './job.ts'
import { JobControl } from './job-control.ts'
import { makeJobFolders } from './job-folders.ts'
import { toJobOutputs } from './job-outputs.ts'
import type { JobSetup } from './job-setup.ts'
import { type JobContexts, JobState } from './job-state.ts'
import { performStep } from './perform-step.ts'
import type { RunFacts, Services } from './run-facts.ts'
import { toScriptPlan } from './script-step.ts'
import type { StepPlan } from './step-plan.ts'
import { killOrphans } from './step-process.ts'

export interface JobRequest {
  readonly services: Services
  readonly run: RunFacts
  readonly loaded: LoadedWorkflow
  readonly definition: JobDefinition
  readonly contexts: JobContexts
  readonly job: Job
}

/** Does one job: on a runner of its own, with a token that dies with it. */
export async function performJob(request: JobRequest): Promise<void> {
  const { services, job } = request
  let isCancelled = false
  job.cancel = () => {
    isCancelled = true
  }
  const freeRunner = await services.takeRunner()
  try {
    if (isCancelled) job.complete('cancelled')
    else await performOnRunner(request)
  } catch (error) {
    job.fail((error as Error).message)
  } finally {
    freeRunner()
  }
}

async function performOnRunner(request: JobRequest): Promise<void> {
  const { services, run, job } = request
  const token = services.tokens.issueForJob(run.repository.name, job.permissions, job.name).secret
  const runtimeToken = services.artifacts.issueToken(toIdentity(request))
  const state = makeState(request, token)
  state.masks.add(runtimeToken)
  try {
    await performSteps({ ...request, state, token, runtimeToken }, job)
  } finally {
    services.tokens.revoke(token)
    services.artifacts.revokeToken(runtimeToken)
    killOrphans(state.trackingId, state.folders.root)
  }
}

function toIdentity({ run, job, definition }: JobRequest): RuntimeIdentity {
  const cache = {
    repository: run.repository.name,
    ref: run.ref,
    defaultRef: 'refs/heads/main',
    mode: definition.cacheMode ?? 'write',
  }
  return { runId: run.id, jobId: `${job.attempt}-${job.number}`, cache }
}

function makeState(
  { services, run, loaded, definition, contexts, job }: JobRequest,
  token: string,
): JobState {
  const folders = makeJobFolders(services.root, run.repository.name, run.event.payload)
  const github = { ...contexts.github, token, job: definition.id }
  const secrets = { ...contexts.secrets, GITHUB_TOKEN: token }
  const identity = {
    jobContext: toJobContext(loaded, job),
    runnerName: toRunnerName(job),
    runnerVariables: services.runnerVariables,
  }
  const state = new JobState(folders, { ...contexts, github, secrets }, identity)
  state.env = toTexts(child(loaded.workflow.token, 'env'), state.toScope())
  Object.assign(state.env, toTexts(child(definition.token, 'env'), state.toScope()))
  return state
}

/** The context `job`. It tells of the workflow file that the job is in, unlike `github`, which is the caller's. */
function toJobContext({ repository, path, ref, sha }: LoadedWorkflow, job: Job): object {
  return {
    check_run_id: job.number,
    workflow_ref: `${repository}/${path}@${ref}`,
    workflow_sha: sha,
    workflow_repository: repository,
    workflow_file_path: path,
  }
}

async function performSteps(setup: JobSetup & JobRequest, job: Job): Promise<void> {
  const { state, definition, services } = setup
  const unsupported = ['container', 'services'].find(name => child(definition.token, name) !== undefined)
  if (unsupported !== undefined) throw new Error(`this runner has no ${unsupported}`)
  const plans = await toPlans(setup)
  const control = new JobControl(state, services.timings)
  let isLost = false
  job.cancel = () => control.cancel()
  job.loseRunner = () => {
    isLost = true
    control.end()
  }
  const timer = startTimer(setup, job, control)
  job.status = 'in_progress'
  job.startedAt = new Date().toISOString()

  const setting = { state, control, job, minute: services.timings.minute }
  for (const plan of plans) if (!control.isOver) await performStep(setting, plan)
  while (state.posts.length > 0 && !control.isOver)
    await performStep(setting, state.posts.shift() as StepPlan)
  clearTimeout(timer)
  control.close()
  if (isLost) job.fail('The hosted runner lost communication with the server.')
  else complete(setup, job)
}

/** The steps in order: first what actions want before all others. */
async function toPlans(setup: JobSetup): Promise<StepPlan[]> {
  const plans: StepPlan[] = []
  for (const step of setup.definition.steps) {
    if (child(step.token, 'run') !== undefined) plans.push(toScriptPlan(setup, step))
    else plans.push(...(await toActionPlans(setup, step)))
  }
  return [...plans.filter(plan => plan.kind === 'pre'), ...plans.filter(plan => plan.kind === 'main')]
}

/** Cancels the job when its `timeout-minutes` are over. */
function startTimer(
  { state, definition, services }: JobSetup,
  job: Job,
  control: JobControl,
): NodeJS.Timeout {
  const minutes = Number(toValue(child(definition.token, 'timeout-minutes'), state.toScope()) ?? 360)
  const reach = () => {
    const message = `The job has exceeded the maximum execution time of ${minutes}m0s`
    job.ownAnnotations.push({ level: 'error', message })
    control.cancel()
  }
  return setTimeout(reach, Math.min(minutes * services.timings.minute, 2 ** 31 - 1))
}

function complete({ state, definition }: JobSetup, job: Job): void {
  job.outputs = toJobOutputs(state, definition.token, job)
  const mayFail = toValue(child(definition.token, 'continue-on-error'), state.toScope()) === true
  job.complete(state.status, mayFail && state.status === 'failure' ? 'success' : state.status)
}
