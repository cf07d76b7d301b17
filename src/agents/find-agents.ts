import { type KnownAgent, knownAgents, toAgentEntry } from '../model/agents/known-agents.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { toNeededProgram } from './agent-way.ts'
import { isInPath } from './find-programs.ts'

/** One sentence for each missing agent, with the command that installs it. */
export function findMissingAgents(agents: readonly Agent[], env: Environment): string[] {
  const needed = agents.filter(agent => agent.kind === 'cli').map(agent => toNeededProgram(agent, env))
  const missing = needed.filter(({ program }) => !isInPath(program, env))
  const sentences = missing.map(
    ({ program, install }) => `${program} was not found in PATH: install it with "${install}"`,
  )
  return [...new Set(sentences)]
}

/** The installed agent CLIs. */
export function findInstalledAgents(env: Environment): KnownAgent[] {
  return knownAgents.filter(name => isInPath(toAgentEntry(name).program, env))
}
