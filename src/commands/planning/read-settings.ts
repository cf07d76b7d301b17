import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toKnownCommands } from '../../plan/proposal/known-commands.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import { type RepositoryFacts, toStarterSettings } from '../../plan/starter/starter-plan.ts'
import { readYaml } from '../../plan/yaml/yaml-document.ts'
import { loadPlan, planNames } from '../load-plan.ts'
import { readRepositoryFacts } from '../starter-settings.ts'

/** People's decisions about plans here. */
export interface PlanningSettings {
  /** From the existing plan, or a starter plan. */
  readonly settings: PlanSettings
  /** The base folder of paths in it, and the new plan's folder. */
  readonly folder: string
  /** The plan that they come from, as people write it; undefined if there is none. */
  readonly from: string | undefined
  readonly agents: readonly string[]
  readonly commands: readonly string[]
  /** For editors. */
  readonly schema: string | undefined
}

/** @param name The plan that provides the settings; undefined: the existing one. */
export async function readPlanningSettings(
  repository: Repository,
  folder: string,
  name: string | undefined,
): Promise<PlanningSettings> {
  const facts = await readRepositoryFacts(repository)
  const found = tryLoad(folder, repository.root, name)
  const { tasks: _, ...settings } = found === undefined ? toStarter(facts) : requireValue(found.path)
  const agent = typeof settings.agent === 'string' ? [settings.agent] : []
  const tasks = found?.plan.tasks ?? []
  return {
    settings,
    folder: found === undefined ? repository.root : dirname(found.path),
    from: found === undefined ? undefined : relative(repository.root, found.path),
    agents: [...new Set([...agent, ...Object.keys(found?.plan.agents ?? {})])],
    commands: toKnownCommands({
      ...facts,
      others: [toTest(settings), ...tasks.map(({ test }) => test)],
    }),
    schema: facts.schema,
  }
}

function tryLoad(folder: string, root: string, name: string | undefined) {
  const places = [folder, root].flatMap(place => planNames.map(plan => join(place, plan)))
  if (name === undefined && !places.some(place => existsSync(place))) return undefined
  return loadPlan(folder, root, name)
}

function requireValue(path: string): PlanSettings {
  const document = readYaml(readFileSync(path, 'utf8'))
  if ('message' in document) throw new RefusedError(document.message)
  return (document.value ?? {}) as PlanSettings
}

/** Starter settings always name some agent, to be valid: here it must be installed. */
function toStarter(facts: RepositoryFacts): PlanSettings {
  const { agent: _, ...settings } = toStarterSettings(facts)
  return facts.agent === undefined ? settings : { ...settings, agent: facts.agent }
}

function toTest({ integration }: PlanSettings): string | undefined {
  const test = (integration as { test?: unknown } | null | undefined)?.test
  return typeof test === 'string' ? test : undefined
}
