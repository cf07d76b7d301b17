import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { findInstalledAgents } from '../agents/find-agents.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { KnownAgent } from '../model/known-agents.ts'
import { RefusedError } from '../model/refused-error.ts'
import { type RepositoryFacts, toStarterPlan } from '../plan/schema/starter-plan.ts'
import { planNames } from './load-plan.ts'

export interface StarterPlan {
  readonly path: string
  /** The agent CLI that it names; undefined when none is installed. */
  readonly agent: KnownAgent | undefined
}

/** Writes a starter plan for a repository. Never replaces a plan. */
export async function writeStarterPlan(repository: Repository): Promise<StarterPlan> {
  const existing = planNames.find(name => existsSync(join(repository.root, name)))
  if (existing !== undefined) throw new RefusedError(`there is a plan already: ${existing}`)
  const path = join(repository.root, planNames[0] as string)
  const facts = await readFacts(repository)
  await writeFile(path, toStarterPlan(facts), { flag: 'wx' })
  return { path, agent: facts.agent }
}

async function readFacts({ root, env }: Repository): Promise<RepositoryFacts> {
  const entries = await readdir(root, { withFileTypes: true })
  return {
    name: basename(root),
    files: entries.filter(entry => entry.isFile()).map(entry => entry.name),
    folders: entries.filter(entry => entry.isDirectory()).map(entry => entry.name),
    scripts: await readScripts(root),
    makeTargets: await readMakeTargets(root),
    agent: (await findInstalledAgents(env))[0],
  }
}

async function readScripts(root: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).scripts ?? {}
  } catch {
    return {} // no package.json, or one that says nothing
  }
}

async function readMakeTargets(root: string): Promise<string[]> {
  const text = await readFile(join(root, 'Makefile'), 'utf8').catch(() => '')
  return [...text.matchAll(/^([A-Za-z][\w-]*):/gm)].map(match => match[1] as string)
}
