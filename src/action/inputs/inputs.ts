import { sandboxChoices } from '../../sandbox/sandbox.ts'
import type { InputReader } from './input-reader.ts'
import {
  type MergedInput,
  readApprovals,
  readClis,
  readLane,
  readMerged,
  readRun,
  readTaskIds,
  readVariables,
} from './input-readers.ts'

export const commandNames = [
  'plan',
  'cache',
  'run',
  'merge',
  'publish',
  'comment',
  'retry',
  'answer',
] as const

export type CommandName = (typeof commandNames)[number]

const commandSynonyms = { check: 'plan', execute: 'run', start: 'run', land: 'publish' } as const
const lands = ['pull-request', 'push', 'none'] as const
const landSynonyms = { pr: 'pull-request', merge: 'push', direct: 'push', false: 'none' } as const
const sandboxSynonyms = { off: 'none', false: 'none', on: 'auto', true: 'auto' } as const

const mostParallel = 256
const mostParts = 100

/** GitHub ends hosted jobs after 360 minutes, and self-hosted ones after five days. */
const usualDeadline = 350
const latestDeadline = 7200

/** Every input of action.yml, in its order: a test compares them. An empty input is undefined, or the default. */
export const inputTable = {
  command: input => input.choice(commandNames, commandSynonyms) ?? 'run',
  /** The plan file, relative to the working directory. */
  plan: input => input.text(),
  /** The tasks of this job; undefined: all, on this runner. */
  lane: readLane,
  /** The run to resume. */
  run: readRun,
  /** Tasks of that run whose plans are approved by the user who started the workflow. */
  approve: readApprovals,
  merged: readMerged,
  /** The number of this workflow run within the continued run, from 1. */
  part: input => input.count(mostParts, '2') ?? 1,
  /** Maximum workflow runs of a run. */
  'max-parts': input => input.count(mostParts, '10') ?? 1,
  /** Only these tasks and their prerequisites; empty: all. */
  tasks: readTaskIds,
  /** Feedback from people for the agents of repeated tasks. */
  feedback: input => input.text(),
  /** The label that approves issues. */
  label: input => input.text() ?? 'agents',
  /** Why an earlier job of the workflow run has started nothing. */
  reason: input => input.text(),
  /** Overrides the default agent of the plan. */
  agent: input => input.text(),
  /** CLIs to install first. */
  agents: readClis,
  'max-parallel': input => input.count(mostParallel, '4'),
  /** Direct mode: this job pushes branches and state itself. */
  push: input => input.boolean(),
  land: input => input.choice(lands, landSynonyms),
  sandbox: input => input.choice(sandboxChoices, sandboxSynonyms),
  /** Whether the sandbox's programs may be installed on the runner. */
  'install-sandbox': input => input.boolean(true),
  /** Time limit, from the start of the job: then running work is stopped. */
  'deadline-minutes': input => input.minutes(latestDeadline, String(usualDeadline)) ?? usualDeadline,
  'dry-run': input => input.boolean(),
  /** Names of the job's variables that setup, agents and tests may also see. */
  env: readVariables,
  'github-token': input => input.text() ?? '',
  'app-id': input => input.text(),
  'app-private-key': input => input.text(),
  'working-directory': input => input.text() ?? '.',
} satisfies Readonly<Record<string, (input: InputReader) => unknown>>

export type InputName = keyof typeof inputTable

export const inputNames = Object.keys(inputTable) as InputName[]

type CamelCase<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Name

/** What the table reads: `max-parts` as `maxParts`. */
export type ReadInputs = {
  readonly [Name in InputName as CamelCase<Name>]: ReturnType<(typeof inputTable)[Name]>
}

/** A GitHub App that acts instead of the job's own token, so that workflows start on what it pushes. */
export interface GitHubApp {
  /** The number or client id of the app. */
  readonly id: string
  /** In PEM. */
  readonly privateKey: string
}

/** The validated inputs of a step. */
export type Inputs = Omit<ReadInputs, 'appId' | 'appPrivateKey' | 'merged'> &
  MergedInput & { readonly app: GitHubApp | undefined }
