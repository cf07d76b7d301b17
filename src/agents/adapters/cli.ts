import type { Identity } from '../../git/objects/commits.ts'
import type { ErrorKind } from '../../model/agents/error-kind.ts'
import type { Environment } from '../../model/plan.ts'
import type { EventReader } from '../output/agent-signal.ts'
import type { Json } from '../output/json-at.ts'
import type { Command } from '../process/process-group.ts'

/** An agent CLI: how it is started without a person, limited and read. What is data stands in the table of agents. */
export interface Cli {
  /** As what it usually signs commits that it has a part in; undefined: it has no usual name. */
  readonly coAuthor: Identity | undefined
  /** Environment that it needs to work by itself. */
  readonly env: Environment
  /** How its keys can be kept outside of its walls; a key that is in none goes in. */
  readonly keyRoutes: readonly KeyRoute[]
  readonly options: CliOptions
  /** Its arguments without those of the options. */
  toArguments(start: CliStart): readonly string[]
  /** Extra fields of `session/new`, outside of the protocol. */
  readonly toSessionMeta?: (settings: AcpSettings) => unknown
  /** Exit codes that say more than their event. */
  readonly exitCodes: Readonly<Record<number, ErrorKind>>
  /** What it prints when several of its processes meet in a file of its own, which passes. */
  readonly collision?: Collision
  readonly read: EventReader
  /** Reads the file that `toArguments` was given for usage. */
  readonly readUsageFile?: (content: Json) => ReturnType<EventReader>
}

/** A failure that a CLI does not call by its name. */
export interface Collision {
  /** Of a line that is no event. */
  readonly pattern: RegExp
  /** For people, without the line. */
  readonly reason: string
}

/** Settings of a session that each agent names differently. */
export interface AcpSettings {
  readonly maxTurns: number | undefined
  readonly userConfig: boolean | undefined
}

/** A service that a CLI can be led to by a variable, so that the harness adds the key to its requests. */
export interface KeyRoute {
  readonly key: string
  readonly address: string
  /** Where the service is if the variable is not set. */
  readonly service: string
  /** How the key is sent, with `{}` for it. */
  readonly header: readonly [name: string, value: string]
  /** Its endpoints for models, below the address. Nothing else gets the key. */
  readonly endpoints: RegExp
}

export interface CliStart {
  /** The arguments made from the options. */
  readonly options: readonly string[]
  readonly prompt: string
  readonly promptFile: string
  readonly usageFile: string
}

/** The arguments of each setting that a CLI has. A setting without any is refused in a plan. */
export interface CliOptions {
  readonly model: (model: string) => readonly string[]
  readonly mode?: ModeOption
  readonly effort?: (effort: string) => readonly string[]
  /** `counted`: its turns are counted from its events, and it is ended at the limit. */
  readonly maxTurns?: ((turns: number) => readonly string[]) | 'counted'
  /** How it is given a server of tools, which it starts over stdin and stdout. */
  readonly tools?: (server: Command) => readonly string[]
  /** What keeps it from the configuration of the user, and whether that is the default. */
  readonly noUserConfig?: { readonly arguments: readonly string[]; readonly isDefault: boolean }
}

export interface ModeOption {
  readonly default: string
  /** The default where walls of ours stand around it, if that is another one. */
  readonly insideWalls?: string
  readonly toArguments: (mode: string) => readonly string[]
}
