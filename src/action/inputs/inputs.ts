import type { MergeEnd } from '../../jobs/tested-merge/merge-end.ts'
import type { Land, TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { SandboxChoice } from '../../sandbox/sandbox.ts'
import type { WantedCli } from './wanted-clis.ts'

export const commandNames = ['plan', 'run', 'merge', 'publish', 'comment', 'retry', 'answer'] as const

export type CommandName = (typeof commandNames)[number]

/** Every input of action.yml. A test compares them. */
export const inputNames = [
  'command',
  'plan',
  'lane',
  'run',
  'approve',
  'merged',
  'part',
  'max-parts',
  'tasks',
  'feedback',
  'label',
  'reason',
  'agent',
  'agents',
  'max-parallel',
  'push',
  'land',
  'sandbox',
  'install-sandbox',
  'deadline-minutes',
  'dry-run',
  'env',
  'github-token',
  'app-id',
  'app-private-key',
  'working-directory',
] as const

export type InputName = (typeof inputNames)[number]

/** A GitHub App that acts instead of the job's own token, so that workflows start on what it pushes. */
export interface GitHubApp {
  /** The number or client id of the app. */
  readonly id: string
  /** In PEM. */
  readonly privateKey: string
}

/** The validated inputs of a step. An empty input is undefined, or the default. */
export interface Inputs {
  readonly command: CommandName
  /** The plan file, relative to the working directory. */
  readonly plan: string | undefined
  /** The tasks of this job; undefined: all, on this runner. */
  readonly lane: Lane | undefined
  /** The run to resume. */
  readonly run: string | undefined
  /** Tasks of that run whose plans are approved by the user who started the workflow. */
  readonly approve: readonly string[]
  /** The digest of the merge, as reported by the job that merged and tested. */
  readonly merged: string | undefined
  /** The number of this workflow run within the continued run, from 1. */
  readonly part: number
  /** Maximum workflow runs of a run. */
  readonly maxParts: number
  /** How the merge job ended, if it left no merge. */
  readonly mergeEnd: MergeEnd | undefined
  /** Only these tasks and their prerequisites; empty: all. */
  readonly tasks: readonly TaskId[]
  /** Feedback from people for the agents of repeated tasks. */
  readonly feedback: string | undefined
  /** The label that approves issues. */
  readonly label: string
  /** Why an earlier job of the workflow run has started nothing. */
  readonly reason: string | undefined
  /** Overrides the default agent of the plan. */
  readonly agent: string | undefined
  /** CLIs to install first. */
  readonly agents: readonly WantedCli[]
  readonly maxParallel: number | undefined
  /** Direct mode: this job pushes branches and state itself. */
  readonly push: boolean
  readonly land: Land | undefined
  readonly sandbox: SandboxChoice | undefined
  /** Whether the sandbox's programs may be installed on the runner. */
  readonly installSandbox: boolean
  /** Time limit, from the start of the job: then running work is stopped. */
  readonly deadlineMinutes: number
  readonly dryRun: boolean
  /** Names of the job's variables that setup, agents and tests may also see. */
  readonly env: readonly string[]
  readonly githubToken: string
  /** Acts instead of that token. */
  readonly app: GitHubApp | undefined
  readonly workingDirectory: string
}
