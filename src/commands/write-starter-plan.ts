import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../git/repository/open-repository.ts'
import type { KnownAgent } from '../model/agents/known-agents.ts'
import { RefusedError } from '../model/refused-error.ts'
import { toStarterPlan } from '../plan/starter/starter-plan.ts'
import { planNames } from './load-plan.ts'
import { readRepositoryFacts } from './starter-settings.ts'

export interface StarterPlan {
  readonly path: string
  /** The agent CLI in the plan; undefined if none is installed. */
  readonly agent: KnownAgent | undefined
}

/** Writes a starter plan for a repository. Never replaces a plan. */
export async function writeStarterPlan(repository: Repository): Promise<StarterPlan> {
  const existing = planNames.find(name => existsSync(join(repository.root, name)))
  if (existing !== undefined) throw new RefusedError(`a plan already exists: ${existing}`)
  const path = join(repository.root, planNames[0] as string)
  const facts = await readRepositoryFacts(repository)
  await writeFile(path, toStarterPlan(facts), { flag: 'wx' })
  return { path, agent: facts.agent }
}
