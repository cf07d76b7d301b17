import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ScriptedTask, toPlanText } from '../../support/plan.ts'
import type { GitHub } from '../github.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Files, Repository, RepositorySettings } from '../services/repository.ts'
import type { Issue } from '../services/rest/issue.ts'

export const exampleNames = [
  'dispatch',
  'issue-label',
  'one-runner',
  'reuse',
  'schedule',
  'three-jobs',
] as const
/** `issues` starts on the same events as `issue-label`: it is only there where a test names it. */
export type ExampleName = (typeof exampleNames)[number] | 'issues' | 'test-branches' | 'continue'

/** An example as users copy it, where their repository has it. */
export function exampleFiles(...names: readonly ExampleName[]): Files {
  return Object.fromEntries(
    names.map(name => {
      const path = fileURLToPath(new URL(`../../../examples/workflows/${name}.yml`, import.meta.url))
      return [`.github/workflows/${name}.yml`, readFileSync(path, 'utf8')]
    }),
  )
}

export interface CallerRequest {
  readonly tasks: Readonly<Record<string, ScriptedTask>>
  /** The rest of the plan. */
  readonly plan?: Readonly<Record<string, unknown>>
  readonly files?: Files
  readonly settings?: Partial<RepositorySettings>
}

let count = 0

/** A repository of a user: the examples, and a plan whose agents are scripts. */
export function createCaller(
  hub: GitHub,
  { tasks, plan = {}, files = {}, settings = {} }: CallerRequest,
): Promise<Repository> {
  count += 1
  const planFiles = { 'plan.yml': toPlanText(tasks, plan) }
  return hub.createRepository(
    `acme/app-${count}`,
    { ...exampleFiles(...exampleNames), ...planFiles, ...files },
    { secrets: { ANTHROPIC_API_KEY: 'sk-ant-of-the-caller' }, ...settings },
  )
}

/** Runs the workflow of another repository, as `reuse.yml` calls it, to its end. */
export async function runReused(hub: GitHub, repository: Repository): Promise<WorkflowRun> {
  return await (await hub.dispatch(repository, 'reuse.yml')).done
}

/** Changes `reuse.yml` of a caller. Throws when there is nothing to change. */
export async function changeCall(repository: Repository, from: RegExp, to: string): Promise<void> {
  const path = '.github/workflows/reuse.yml'
  const text = (await repository.tryRead('main', path)) ?? ''
  if (!from.test(text)) throw new Error(`${path} has nothing like ${from}`)
  await repository.commit({ [path]: text.replace(from, () => to) })
}

/** What a run has left in the repository. */
export interface Left {
  /** The id that `command: plan` gave it. */
  readonly id: string
  /** The names of its branches after `agents/<run>/`. */
  readonly branches: readonly string[]
  /** The pull requests of the repository. */
  readonly pulls: readonly Issue[]
  /** Files of one of its branches by their paths, without those that the caller brought. */
  read(branch: string): Promise<Record<string, string>>
}

export async function readLeft(
  repository: Repository,
  run: WorkflowRun,
  job = 'agents / plan',
): Promise<Left> {
  const id = run.job(job).outputs.run as string
  const prefix = `refs/heads/agents/${id}/`
  const branches = Object.keys(await repository.refs(prefix)).map(ref => ref.slice(prefix.length))
  return {
    id,
    branches,
    pulls: repository.issues.filter(issue => issue.pull !== undefined),
    read: branch => readFiles(repository, `${prefix}${branch}`),
  }
}

async function readFiles(repository: Repository, ref: string): Promise<Record<string, string>> {
  const paths = (await repository.git('ls-tree', '-r', '--name-only', ref)).split('\n')
  const own = paths.filter(path => !/^(\.github\/|plan\.yml$|README\.md$)/.test(path))
  const rows = own.map(async path => [path, (await repository.tryRead(ref, path)) ?? ''] as const)
  return Object.fromEntries(await Promise.all(rows))
}
