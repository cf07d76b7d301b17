import { knownAgents, toAgentEntry } from '../model/agents/known-agents.ts'
import type { Environment } from '../model/plan.ts'

/** Of agents that a plan cannot name, or of several. */
const foreignMarks: readonly RegExp[] = [
  /^(AI_AGENT|AGENT)$/,
  /^(ANTIGRAVITY|GROK)_(AGENT|SESSION_ID)$/,
  /^(CLINE_ACTIVE|TRAE_AI_SHELL_ID|CRUSH|AGENT_THREAD_ID|AMP_CURRENT_THREAD_ID)$/,
]

const sessionMarks = [...knownAgents.flatMap(name => toAgentEntry(name).sessionMarks), ...foreignMarks]

/** An environment without the marks of an agent session that the command may run in. */
export function withoutSessionMarks(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !sessionMarks.some(mark => mark.test(name))),
  )
}
