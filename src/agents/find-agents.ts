import { delimiter } from 'node:path'
import { findInFolders } from '../files/programs.ts'
import { type KnownAgent, knownAgents } from '../model/agents/known-agents.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { clis } from './adapters/clis.ts'

/** One sentence for each CLI that is not installed, with how to install it. */
export function findMissingAgents(agents: readonly Agent[], env: Environment): string[] {
  const used = new Set(agents.flatMap(agent => (agent.kind === 'cli' ? [agent.use] : [])))
  return [...used].flatMap(name => {
    const { program, install } = clis[name]
    return isInstalled(program, env) ? [] : [`${program} was not found in PATH: install it with "${install}"`]
  })
}

/** The known agent CLIs that are installed. */
export function findInstalledAgents(env: Environment): KnownAgent[] {
  return knownAgents.filter(name => isInstalled(clis[name].program, env))
}

/** Whether a program is in the PATH of an environment. */
export function isInstalled(program: string, env: Environment): boolean {
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return findInFolders(program, folders).length > 0
}
