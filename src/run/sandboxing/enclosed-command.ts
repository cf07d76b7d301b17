import type { CommandLine } from '../../model/command-line.ts'
import type { Agent, Environment } from '../../model/plan.ts'
import type { Tokens } from '../../sandbox/network/token-count.ts'
import { withoutForeignKeys } from './keys.ts'
import type { SandboxedRun } from './place.ts'

export interface EncloseRequest {
  readonly directory: string
  readonly command: CommandLine
  readonly env: Environment
  /** The log for denied hosts. */
  readonly log: string
  /** The command's agent; undefined: a script of the plan. */
  readonly agent?: Agent
  /** For a service: it runs beside other commands. */
  readonly service?: { readonly beside: Agent | undefined }
}

/** A command as it is started inside the sandbox. */
export interface EnclosedCommand {
  readonly command: CommandLine
  readonly env: Environment
  /** Whether its processes can be stopped so that nothing continues them before their session goes on. */
  readonly canStandStill: boolean
  /** Token usage of models whose keys stay outside. */
  counted(): Tokens
  /** Call it when the command has ended. */
  end(): Promise<void>
}

/** The environment without keys that are not meant for the command. */
export function toOwnKeys({ plan, repository }: SandboxedRun, { agent, env }: EncloseRequest): Environment {
  const named = { ...plan.env, ...agent?.env }
  return withoutForeignKeys(env, { agent, outer: { ...repository.env, ...repository.keys }, named })
}
