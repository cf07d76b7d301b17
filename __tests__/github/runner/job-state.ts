import { randomUUID } from 'node:crypto'
import type { Scope } from '../workflow/expression.ts'
import { makeTrackingId, toGithubVariables, toRunnerContext, toRunnerVariables } from './github-context.ts'
import { hashFiles } from './hash-files.ts'
import type { JobFolders } from './job-folders.ts'
import { Masks } from './masks.ts'
import type { Conclusion, StepRecord } from './records.ts'
import type { StepPlan } from './step-plan.ts'

/** Contexts that do not change while a job runs. */
export interface JobContexts {
  readonly github: Readonly<Record<string, unknown>>
  readonly needs: object
  readonly strategy: object
  readonly matrix: object
  readonly inputs: object
  readonly vars: object
  readonly secrets: Readonly<Record<string, string>>
}

/** Which job it is, and where. */
export interface JobIdentity {
  readonly jobContext: object
  readonly runnerName: string
  /** What whoever set the runner up has given it. */
  readonly runnerVariables: Readonly<Record<string, string>>
}

/** What steps of a job leave for the later ones. */
export class JobState {
  readonly folders: JobFolders
  readonly masks = new Masks()
  readonly trackingId = makeTrackingId()
  /** Steps that actions want after all others; the last comes first. */
  readonly posts: StepPlan[] = []
  status: 'success' | 'failure' | 'cancelled' = 'success'
  /** Of the workflow, of the job, and of `GITHUB_ENV`. */
  env: Record<string, string> = {}
  private readonly contexts: JobContexts
  private readonly jobContext: object
  private readonly runner: Record<string, string>
  private readonly steps: Record<string, object> = {}
  private readonly runnerVariables: Readonly<Record<string, string>>
  private readonly addedPaths: string[] = []

  constructor(
    folders: JobFolders,
    contexts: JobContexts,
    { jobContext, runnerName, runnerVariables }: JobIdentity,
  ) {
    this.folders = folders
    this.jobContext = jobContext
    this.runnerVariables = runnerVariables
    this.runner = toRunnerContext(folders, runnerName)
    const github = { ...contexts.github, workspace: folders.workspace, event_path: folders.eventPath }
    this.contexts = { ...contexts, github }
    for (const secret of Object.values(contexts.secrets)) this.masks.add(secret)
  }

  /** What expressions of a step may use. */
  toScope(env: Readonly<Record<string, string>> = this.env): Scope {
    const contexts = {
      ...this.contexts,
      env,
      steps: this.steps,
      job: { ...this.jobContext, status: this.status },
      runner: this.runner,
    }
    return {
      contexts,
      functions: {
        success: () => this.status === 'success',
        failure: () => this.status === 'failure',
        cancelled: () => this.status === 'cancelled',
        always: () => true,
        hashFiles: (...patterns) => hashFiles(this.folders.workspace, patterns),
      },
    }
  }

  /** The variables of a process of a step. Nothing of the machine's own gets in, but where its programs are. */
  toVariables(env: Readonly<Record<string, string>>, action: string): Record<string, string> {
    return {
      LANG: 'C.UTF-8',
      HOME: this.folders.home,
      USER: 'runner',
      GIT_CONFIG_NOSYSTEM: '1',
      // GitHub's image allows no user namespaces, so there is no sandbox.
      PARALLEL_AGENTS_SANDBOX: process.env.PARALLEL_AGENTS_SANDBOX ?? 'none',
      ...this.runnerVariables,
      ...env,
      PATH: [...this.addedPaths, env.PATH ?? process.env.PATH].join(':'),
      ...toGithubVariables({ ...this.contexts.github, action }),
      ...toRunnerVariables(this.runner),
      RUNNER_TRACKING_ID: this.trackingId,
    }
  }

  /** A later step finds programs of this folder first. */
  addPath(folder: string): void {
    this.addedPaths.unshift(folder)
  }

  /** Makes a step known to later ones, under the id that the workflow file gives it. */
  noteStep({ id, outcome, conclusion, outputs }: StepRecord): void {
    if (id !== undefined) this.steps[id] = { outputs, outcome, conclusion }
  }

  noteConclusion(conclusion: Conclusion): void {
    if (conclusion === 'failure' && this.status === 'success') this.status = 'failure'
  }

  /** Path of a new file for one step. */
  newCommandFile(kind: string): string {
    return `${this.folders.commandFiles}/${kind}_${randomUUID()}`
  }
}
