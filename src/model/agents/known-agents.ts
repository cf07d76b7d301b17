import type { AgentEntry } from './agent-entry.ts'
import { agentTable } from './agent-table.ts'

/** The agents that a plan can name without defining them. */
export type KnownAgent = keyof typeof agentTable

export const knownAgents = Object.keys(agentTable) as [KnownAgent, ...KnownAgent[]]

/** Those with a command line. */
export type CliName = {
  [Name in KnownAgent]: (typeof agentTable)[Name]['cli'] extends undefined ? never : Name
}[KnownAgent]

export function isKnownAgent(name: string): name is KnownAgent {
  return Object.hasOwn(agentTable, name)
}

export function toEntry(name: KnownAgent): AgentEntry {
  return agentTable[name]
}
