import { agentTable } from './agent-table.ts'
import type { AgentEntry } from './table/agent-entry.ts'

/** The agents that a plan can name without defining them. */
export type KnownAgent = keyof typeof agentTable

export const knownAgents = Object.keys(agentTable) as [KnownAgent, ...KnownAgent[]]

/** Said where none of them is installed. */
export const noAgentText = 'no agent CLI was found in PATH'

/** Those with a command line. */
export type CliName = {
  [Name in KnownAgent]: (typeof agentTable)[Name]['cli'] extends undefined ? never : Name
}[KnownAgent]

export function isKnownAgent(name: string): name is KnownAgent {
  return Object.hasOwn(agentTable, name)
}

/** The known agent whose server a command line starts. */
export function tryServerAgent(command: string): KnownAgent | undefined {
  const program = toProgram(command)
  return knownAgents.find(name => toAgentEntry(name).acp.command[0] === program)
}

/** The name of the program that a command line starts. */
export function toProgram(command: string): string {
  const [word = ''] = command.trim().split(/\s+/)
  return word.split('/').at(-1) as string
}

export function toAgentEntry(name: KnownAgent): AgentEntry {
  return agentTable[name]
}
