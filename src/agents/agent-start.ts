import { requireProgram } from '../files/programs.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { clis } from './adapters/clis.ts'
import { type OutputReader, PlainOutputReader } from './process/agent-output.ts'
import type { Command } from './process/process-group.ts'

/** All that is needed to start an agent on a prompt. */
export interface AgentStart {
  readonly command: Command
  readonly env: Environment
  readonly reader: OutputReader
}

/** Arguments longer than this are refused by some systems (Linux: 128 KiB each). */
const longestArgument = 100_000

/** How an agent is started. A prompt that is too long for the command line is left in its file, and the agent is told so. */
export function toAgentStart(agent: Agent, prompt: string, promptFile: string): AgentStart {
  if (agent.kind === 'command') {
    return {
      command: [requireProgram('sh'), '-c', agent.command],
      env: agent.env,
      reader: new PlainOutputReader(),
    }
  }
  const cli = clis[agent.use]
  const isLong = Buffer.byteLength(prompt) > longestArgument
  const argument = isLong
    ? `Your task is described in the file ${promptFile}. Read all of it, then do it.`
    : prompt
  return {
    command: [cli.program, ...cli.toArguments(agent, argument), ...agent.args],
    env: { ...cli.env, ...agent.env },
    reader: cli.createReader(),
  }
}
