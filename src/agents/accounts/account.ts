import type { AcpAgent, Agent } from '../../model/plan.ts'
import { toAgentKeys } from '../agent-keys.ts'
import { tryKnownAgent } from '../agent-way.ts'

/** Agents with the same account share its limits. */
export type AccountId = string

/** The account of an agent: its CLI, also as a server, and its provider, with the keys in its own environment. */
export function toAccountId(agent: Agent): AccountId {
  const use = tryKnownAgent(agent)
  if (use === undefined) return JSON.stringify([toProgram(agent), Object.entries(agent.env).sort()])
  const keys = Object.entries(toAgentKeys(agent, agent.env)).sort()
  const hasProviders = use === 'opencode' || use === 'pi'
  const model = agent.kind === 'command' ? undefined : agent.model
  const provider = hasProviders ? (model ?? '').split('/')[0] : ''
  return JSON.stringify([use, provider, keys])
}

/** The account with the settings of an agent that a service can refuse. */
export function toSettingsId(agent: Agent): string {
  const { model, mode, effort } = agent.kind === 'command' ? ({} as Partial<AcpAgent>) : agent
  return JSON.stringify([toAccountId(agent), model, mode, effort])
}

function toProgram(agent: Agent): string {
  return agent.kind === 'cli' ? agent.use : agent.command
}
