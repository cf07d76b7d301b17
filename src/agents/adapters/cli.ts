import type { Environment } from '../../model/plan.ts'
import type { OutputReader } from '../process/agent-output.ts'

/** How an agent CLI is run without a person: its arguments, and what it prints. */
export interface Cli {
  readonly program: string
  /** The command that installs it. */
  readonly install: string
  toArguments(settings: CliSettings, prompt: string): string[]
  /** Environment that it needs to work by itself. */
  readonly env: Environment
  /** Variables that it reads its key and the address of its service from. */
  readonly variables: readonly string[]
  createReader(): OutputReader
}

export interface CliSettings {
  readonly model?: string
  readonly maxTurns?: number
}
