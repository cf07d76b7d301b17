import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ScriptedTask, toPlanText } from '../../support/plan.ts'
import type { GitHub } from '../github.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Files, Repository, RepositorySettings } from '../services/repository.ts'

export const exampleNames = [
  'dispatch',
  'issue-label',
  'one-runner',
  'reuse',
  'schedule',
  'three-jobs',
] as const
export type ExampleName = (typeof exampleNames)[number]

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

/** A repository of somebody who uses the product: the examples, and a plan whose agents are scripts. */
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

/** Files of a commit, by their paths. */
export async function readTree(repository: Repository, commit: string): Promise<Record<string, string>> {
  const paths = (await repository.git('ls-tree', '-r', '--name-only', commit)).split('\n')
  const rows = await Promise.all(
    paths.map(async path => [path, (await repository.tryRead(commit, path)) ?? ''] as const),
  )
  return Object.fromEntries(rows)
}
