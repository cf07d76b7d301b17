import { type KnownAgent, knownAgents, toEntry } from '../model/agents/known-agents.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { isInstalled } from './find-programs.ts'

/** One sentence for each missing agent, with the command that installs it. */
export function findMissingAgents(agents: readonly Agent[], env: Environment): string[] {
  const needed = new Map(agents.flatMap(agent => (agent.kind === 'cli' ? [toNeeded(agent)] : [])))
  return [...needed].flatMap(([program, install]) =>
    isInstalled(program, env) ? [] : [`${program} was not found in PATH: install it with "${install}"`],
  )
}

function toNeeded({
  use,
  via,
}: Extract<Agent, { kind: 'cli' }>): readonly [program: string, install: string] {
  const { program, install, acp, cli } = toEntry(use)
  return via === 'acp' || cli === undefined ? [acp.command[0], acp.install ?? install] : [program, install]
}

/** The installed agent CLIs. */
export function findInstalledAgents(env: Environment): KnownAgent[] {
  return knownAgents.filter(name => isInstalled(toEntry(name).program, env))
}
