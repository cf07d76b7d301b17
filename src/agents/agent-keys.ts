import { knownAgents, toAgentEntry } from '../model/agents/known-agents.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { tryKnownAgent } from './agent-way.ts'

/** The variables that hold the key and the service address of an agent's CLI. A command has none. */
export function toAgentKeys(agent: Agent, variables: Environment): Environment {
  const known = tryKnownAgent(agent)
  if (known === undefined) return {}
  const names = toAgentEntry(known).variables
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))
}

/** All variables with a key or a service address of some agent CLI. */
export const keyVariables: ReadonlySet<string> = new Set(
  knownAgents.flatMap(name => toAgentEntry(name).variables),
)
