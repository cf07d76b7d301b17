import { requireProgram } from '../files/programs.ts'
import { toAgentEntry } from '../model/agents/known-agents.ts'
import type { Agent, CliAgent, Environment } from '../model/plan.ts'
import { isSessionEvent, readSessionEvent } from './acp/acp-events.ts'
import type { Cli } from './adapters/cli.ts'
import { tryCli } from './adapters/clis.ts'
import { AgentReader } from './output/agent-reader.ts'
import { toOwnEventReader } from './output/own-events.ts'
import type { Command } from './process/process-group.ts'

/** The start of an agent on a prompt. */
export interface AgentStart {
  readonly command: Command
  readonly env: Environment
  readonly reader: AgentReader
  /** The file in which its CLI writes its usage; undefined: its events report it. */
  readonly usageFile: string | undefined
  /** Turns after which it is stopped, because it has no such limit of its own. */
  readonly countedTurns: number | undefined
}

/** Longer arguments are refused by some systems (Linux: 128 KiB each). */
const longestArgument = 100_000

export interface StartedWith {
  readonly prompt: string
  readonly promptFile: string
  /** The server of its task's tools, if it has any. */
  readonly toolServer?: Command | undefined
}

/**
 * How to start an agent. A prompt that is too long for the command line stays in its file, and the command line points the agent to
 * it.
 */
export function prepareAgentStart(agent: Agent, { prompt, promptFile, toolServer }: StartedWith): AgentStart {
  if (agent.kind === 'command') {
    const read = agent.output === undefined ? undefined : toOwnEventReader(agent.output)
    return {
      command: [requireProgram('sh'), '-c', agent.command],
      env: agent.env,
      reader: new AgentReader(read),
      usageFile: undefined,
      countedTurns: undefined,
    }
  }
  if (agent.kind === 'acp') return toSessionStart([requireProgram('sh'), '-c', agent.command], agent.env)
  const cli = tryCli(agent.use)
  if (cli === undefined) return toSessionStart(toAgentEntry(agent.use).acp.command, agent.env)
  const isLong = Buffer.byteLength(prompt) > longestArgument
  const argument = isLong
    ? `Your task is described in the file ${promptFile}. Read all of it, then do it.`
    : prompt
  const usageFile = `${promptFile}.usage.json`
  const tools = toolServer === undefined ? [] : (cli.options.tools?.(toolServer) ?? [])
  const options = [...toOptionArguments(agent, cli), ...tools]
  const given = { options, prompt: argument, promptFile, usageFile }
  return {
    command: [toAgentEntry(agent.use).program, ...cli.toArguments(given), ...agent.args],
    env: { ...cli.env, ...agent.env },
    reader: new AgentReader(event => (isSessionEvent(event) ? readSessionEvent(event) : cli.read(event))),
    usageFile: cli.readUsageFile === undefined ? undefined : usageFile,
    countedTurns: cli.options.maxTurns === 'counted' ? agent.maxTurns : undefined,
  }
}

/** Reads an agent's output. */
export function openAgentReader(agent: Agent): AgentReader {
  return prepareAgentStart(agent, { prompt: '', promptFile: '' }).reader
}

/** The start of a program with a session. */
function toSessionStart(command: Command, env: Environment): AgentStart {
  return {
    command,
    env,
    reader: new AgentReader(readSessionEvent),
    usageFile: undefined,
    countedTurns: undefined,
  }
}

/** The agent as configured inside our sandbox. */
export function toSandboxedAgent(agent: Agent): Agent {
  if (agent.kind !== 'cli' || agent.mode !== undefined) return agent
  const mode = tryCli(agent.use)?.options.mode?.inSandbox
  return mode === undefined ? agent : { ...agent, mode }
}

function toOptionArguments(
  { model, mode, effort, maxTurns, userConfig }: CliAgent,
  { options }: Cli,
): string[] {
  const isAlone = userConfig === undefined ? options.noUserConfig?.isDefault === true : !userConfig
  const chosenMode = mode ?? options.mode?.default
  return [
    ...(isAlone ? (options.noUserConfig?.arguments ?? []) : []),
    ...(chosenMode === undefined ? [] : (options.mode?.toArguments(chosenMode) ?? [])),
    ...(model === undefined ? [] : options.model(model)),
    ...(effort === undefined ? [] : (options.effort?.(effort) ?? [])),
    ...(maxTurns === undefined || typeof options.maxTurns !== 'function' ? [] : options.maxTurns(maxTurns)),
  ]
}
