import type { LoadedWorkflow } from '../workflow/load-workflow.ts'
import type { JobDefinition } from '../workflow/read-workflow.ts'
import type { JobState } from './job-state.ts'
import type { RunFacts, Services } from './run-facts.ts'

/** What the steps of a job are made from. */
export interface JobSetup {
  readonly services: Services
  readonly run: RunFacts
  /** The workflow file that the job is in. */
  readonly loaded: LoadedWorkflow
  readonly definition: JobDefinition
  readonly state: JobState
  /** `GITHUB_TOKEN` */
  readonly token: string
  /** `ACTIONS_RUNTIME_TOKEN`, for JavaScript actions only. */
  readonly runtimeToken: string
}
