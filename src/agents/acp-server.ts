import { requireProgram } from '../files/programs.ts'
import type { AcpAgent, CliAgent } from '../model/plan.ts'
import type { AcpServer } from './acp/acp-server.ts'
import type { AcpEntry } from './adapters/cli.ts'
import { clis } from './adapters/clis.ts'
import { tryKnownAgent } from './agent-way.ts'

/** The server of a known agent, with the settings of the plan. */
export function toKnownServer(agent: CliAgent, entry: AcpEntry): AcpServer {
  const { model, mode, effort, maxTurns, userConfig } = agent
  return {
    command: entry.command,
    env: { ...clis[agent.use].env, ...agent.env },
    settings: { model, mode, effort, usualMode: entry.usualMode },
    meta: entry.toMeta?.({ maxTurns, userConfig }),
    mcpServers: [],
  }
}

/** The server that a plan gives as a command. What is known of its program holds for it, too. */
export function toOwnServer(agent: AcpAgent): AcpServer {
  const { model, mode, effort, command, env } = agent
  const known = tryKnownAgent(agent)
  const entry = known === undefined ? undefined : clis[known].acp
  return {
    command: [requireProgram('sh'), '-c', command],
    env: { ...(known === undefined ? {} : clis[known].env), ...env },
    settings: { model, mode, effort, usualMode: entry?.usualMode },
    meta: entry?.toMeta?.({ maxTurns: undefined, userConfig: undefined }),
    mcpServers: [],
  }
}
