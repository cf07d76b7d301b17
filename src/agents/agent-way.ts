import { type KnownAgent, toAgentEntry, tryServerAgent } from '../model/agents/known-agents.ts'
import type { AcpEntry, AgentFeatures } from '../model/agents/table/agent-entry.ts'
import type { Agent, CliAgent, Environment } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'
import { isInPath } from './find-programs.ts'

/** How to run an agent, and why. */
export type AgentWay =
  | {
      readonly kind: 'acp'
      readonly entry: AcpEntry
      readonly reason: string
      /** Whether its command line can replace an unusable server. */
      readonly canFallBack: boolean
    }
  | { readonly kind: 'cli'; readonly reason: string }

/** The known agent behind an agent of a plan; also for a command that starts the server of a known agent. */
export function tryKnownAgent(agent: Agent): KnownAgent | undefined {
  if (agent.kind === 'command') return undefined
  if (agent.kind === 'cli') return agent.use
  return tryServerAgent(agent.command)
}

/** Whether an agent can use the tools of its task. */
export function takesTools(agent: Agent, env: Environment): boolean {
  if (agent.kind !== 'cli') return agent.kind === 'acp'
  return chooseWay(agent, env).kind === 'acp' || tryCli(agent.use)?.options.tools !== undefined
}

/** Whether its command line can use them, too: it may replace an unusable server. */
export function losesToolsAsCommand(agent: Agent): boolean {
  return agent.kind === 'cli' && tryCli(agent.use)?.options.tools === undefined
}

/** The Agent Client Protocol, if the agent's server is installed, tested and supports the settings; else the command line. */
export function chooseWay(agent: CliAgent, env: Environment): AgentWay {
  const { acp: entry, cli } = toAgentEntry(agent.use)
  if (cli === undefined) return toSession(entry, 'it supports nothing else')
  if (agent.via === 'cli') return { kind: 'cli', reason: 'set by `via:`' }
  if (agent.via === 'acp') return toSession(entry, 'set by `via:`')
  const lostByCli = listLostSettings({ ...agent, args: [] }, cli)
  if (lostByCli.length > 0)
    return toSession(entry, `its command line does not support ${lostByCli.join(', ')}`)
  if (!entry.isDefault) return { kind: 'cli', reason: 'its ACP server is untested' }
  const lost = listLostSettings(agent, entry)
  if (lost.length > 0) return { kind: 'cli', reason: `its ACP server does not support ${lost.join(', ')}` }
  if (agent.hasTokenBudget === true && cli.hasLiveTokens === true && entry.hasLiveTokens !== true)
    return {
      kind: 'cli',
      reason:
        '`budget: tokens` is checked while it works, and its ACP server reports tokens only when a turn ends',
    }
  const [program] = entry.command
  return isInPath(program, env)
    ? toSession(entry, `${program} is installed`, true)
    : { kind: 'cli', reason: `${program} is not installed` }
}

function toSession(entry: AcpEntry, reason: string, canFallBack = false): AgentWay {
  return { kind: 'acp', entry, reason, canFallBack }
}

/** The program of an agent, and how to install it. */
export function toNeededProgram(
  agent: CliAgent,
  env: Environment,
): { readonly program: string; readonly install: string } {
  const { program, install, acp } = toAgentEntry(agent.use)
  if (chooseWay(agent, env).kind === 'cli') return { program, install }
  return { program: acp.command[0], install: acp.install ?? install }
}

/** The settings that an agent does not support in one of the ways. */
function listLostSettings(agent: CliAgent, entry: AgentFeatures): string[] {
  const { args, effort, maxTurns, mode, userConfig } = agent
  return [
    ...(args.length > 0 ? ['`args`'] : []),
    ...(effort !== undefined && !entry.hasEffort ? ['`effort`'] : []),
    ...(maxTurns !== undefined && !entry.hasMaxTurns ? ['`max-turns`'] : []),
    ...(mode !== undefined && !entry.modes.includes(mode) ? [`\`mode: ${mode}\``] : []),
    ...(userConfig === false && !entry.canIgnoreUserConfig ? ['`user-config: false`'] : []),
  ]
}
