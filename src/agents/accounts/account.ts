import type { Agent } from '../../model/plan.ts'
import { toAgentKeys } from '../agent-keys.ts'

/** Agents with the same account share its limits. */
export type AccountId = string

/** The account of an agent: its CLI and provider, with the keys in its own environment. */
export function toAccountId(agent: Agent): AccountId {
  if (agent.kind !== 'cli') return `${agent.kind} ${agent.name}`
  const keys = Object.entries(toAgentKeys(agent, agent.env)).sort()
  const hasProviders = agent.use === 'opencode' || agent.use === 'pi'
  const provider = hasProviders ? (agent.model ?? '').split('/')[0] : ''
  return JSON.stringify([agent.use, provider, keys])
}
