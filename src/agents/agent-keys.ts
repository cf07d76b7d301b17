import { knownAgents, toEntry } from '../model/agents/known-agents.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { tryKnownAgent } from './agent-way.ts'

/** Of some variables those that an agent's CLI reads its key and the address of its service from. A command reads none of them. */
export function toAgentKeys(agent: Agent, variables: Environment): Environment {
  const known = tryKnownAgent(agent)
  if (known === undefined) return {}
  const names = toEntry(known).variables
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))
}

/** Every variable that some agent CLI reads its key or the address of its service from. */
export const keyVariables: ReadonlySet<string> = new Set(knownAgents.flatMap(name => toEntry(name).variables))
