import { toAgentEntry } from '../model/agents/known-agents.ts'
import type { Agent } from '../model/plan.ts'
import { tryKnownAgent } from './agent-way.ts'
import { tryWrongSetting } from './errors/classify-error.ts'

const credit = /credit|billing|balance|payment|funds|quota/i

/** What a user can do about a permanent error. */
export function toRemedy(agent: Agent, message: string): string {
  const setting = tryWrongSetting(message)
  if (setting !== undefined) return `change \`${setting}:\` of agent ${agent.name}`
  const known = tryKnownAgent(agent)
  if (known === undefined) return `see the output of ${agent.name}`
  const { program, install, signIn } = toAgentEntry(known)
  if (/not found$|ENOENT|command not found/i.test(message)) return `install ${program} with "${install}"`
  if (credit.test(message)) return `add credit to the account of ${program}, or choose another agent`
  if (/model/i.test(message)) return `change \`model:\` of agent ${agent.name}`
  return signIn
}
