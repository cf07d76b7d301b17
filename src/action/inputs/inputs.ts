import type { MergeEnd } from '../../jobs/collect/exchange.ts'
import type { Land, TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { SandboxChoice } from '../../sandbox/sandbox.ts'
import type { WantedCli } from './wanted-clis.ts'

export const commandNames = ['plan', 'run', 'merge', 'publish', 'comment', 'retry'] as const

export type CommandName = (typeof commandNames)[number]

/** Every input of action.yml. A test compares the two. */
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
  'working-directory',
] as const

export type InputName = (typeof inputNames)[number]

/** The inputs of a step, checked. What was left empty is undefined, or the default. */
export interface Inputs {
  readonly command: CommandName
  /** The plan file, relative to the working directory. */
  readonly plan: string | undefined
  /** The tasks that this job does; undefined: all, on this runner. */
  readonly lane: Lane | undefined
  /** The run to resume. */
  readonly run: string | undefined
  /** The tasks of that run whose plans are approved by whoever started the workflow. */
  readonly approve: readonly string[]
  /** What the job that merged and tested says it has left: a digest. */
  readonly merged: string | undefined
  /** Which workflow run of the run this is, from 1. */
  readonly part: number
  /** How many workflow runs a run may go on in. */
  readonly maxParts: number
  /** How the job that merges ended, where it has left no merge. */
  readonly mergeEnd: MergeEnd | undefined
  /** Only these tasks and what they need; empty: all. */
  readonly tasks: readonly TaskId[]
  /** For the agents of tasks that are done again, from people. */
  readonly feedback: string | undefined
  /** The label that approves issues. */
  readonly label: string
  /** Overrides the default agent of the plan. */
  readonly agent: string | undefined
  /** CLIs to install first. */
  readonly agents: readonly WantedCli[]
  readonly maxParallel: number | undefined
  /** Direct mode: this job pushes branches and state itself. */
  readonly push: boolean
  readonly land: Land | undefined
  readonly sandbox: SandboxChoice | undefined
  /** Whether what walls are made of may be installed on the runner. */
  readonly installSandbox: boolean
  /** After so long, from the start of the job, what runs is stopped. */
  readonly deadlineMinutes: number
  readonly dryRun: boolean
  /** Names of variables of the job that setup, agents and tests may see, too. */
  readonly env: readonly string[]
  readonly githubToken: string
  readonly workingDirectory: string
}
