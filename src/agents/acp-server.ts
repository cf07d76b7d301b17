import { requireProgram } from '../files/programs.ts'
import { toAgentEntry } from '../model/agents/known-agents.ts'
import type { AcpEntry } from '../model/agents/table/agent-entry.ts'
import type { AcpAgent, CliAgent, Environment } from '../model/plan.ts'
import type { AcpServer, McpServer, ServerSignIn } from './acp/acp-server.ts'
import { tryCli } from './adapters/clis.ts'
import type { AgentCheckout } from './agent-request.ts'
import { tryKnownAgent } from './agent-way.ts'
import { toolServerName } from './tools/tool-server-name.ts'

/** The server of a known agent, with the plan's settings. */
export function toKnownServer(agent: CliAgent, entry: AcpEntry): AcpServer {
  const { model, mode, effort, maxTurns, userConfig } = agent
  return {
    command: entry.command,
    env: { ...tryCli(agent.use)?.env, ...agent.env },
    settings: { model, mode, effort, usualMode: entry.usualMode },
    meta: tryCli(agent.use)?.toSessionMeta?.({ maxTurns, userConfig }),
    mcpServers: [],
  }
}

/** How a known agent signs in with a key of the environment. */
export function toServerSignIn(
  { keySignIn }: AcpEntry,
  env: Environment,
  isSandboxed: boolean,
): ServerSignIn | undefined {
  const hasKey = keySignIn?.variables.some(name => (env[name] ?? '') !== '')
  return keySignIn === undefined || !hasKey ? undefined : { method: keySignIn.method, mayStore: isSandboxed }
}

/** The server of a command in the plan. Settings of a known agent apply if it starts its program. */
export function findOwnServer(agent: AcpAgent): AcpServer {
  const { model, mode, effort, command, env } = agent
  const known = tryKnownAgent(agent)
  const cli = known === undefined ? undefined : tryCli(known)
  return {
    command: [requireProgram('sh'), '-c', command],
    env: { ...cli?.env, ...env },
    settings: {
      model,
      mode,
      effort,
      usualMode: known === undefined ? undefined : toAgentEntry(known).acp.usualMode,
    },
    meta: cli?.toSessionMeta?.({ maxTurns: undefined, userConfig: undefined }),
    mcpServers: [],
  }
}

/** The tool servers of a session. Agents start them with only part of their own environment. */
export function toMcpServers({ toolServer, marks }: AgentCheckout): McpServer[] {
  if (toolServer === undefined) return []
  const [command, ...args] = toolServer
  const env = Object.entries(marks).map(([name, value]) => ({ name, value }))
  return [{ name: toolServerName, command, args, env }]
}
