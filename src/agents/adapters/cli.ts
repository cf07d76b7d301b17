import type { Identity } from '../../git/objects/commits.ts'
import type { ErrorKind } from '../../model/agents/error-kind.ts'
import type { Environment } from '../../model/plan.ts'
import type { EventReader } from '../output/agent-signal.ts'
import type { JsonObject } from '../output/json-at.ts'
import type { Command } from '../process/process-group.ts'
import type { KeyRoute } from './key-routes.ts'

/** How to start, limit and read an agent CLI without a person. Its data is in the table of agents. */
export interface Cli {
  /** The identity in the trailers of commits that it co-authors; undefined: none. */
  readonly coAuthor: Identity | undefined
  /** Environment for unattended use. */
  readonly env: Environment
  /** How its keys can stay outside of the sandbox; a key without a route goes inside. */
  readonly keyRoutes: readonly KeyRoute[]
  readonly options: CliOptions
  /** Its arguments, without those of the options. */
  toArguments(start: CliStart): readonly string[]
  /** Extra fields of `session/new`, outside of the protocol. */
  readonly toSessionMeta?: (settings: AcpSettings) => unknown
  /** Whether an event is its last output in any case. */
  readonly reportsEnd?: boolean
  /** Exit codes that say more than the last event. */
  readonly exitCodes: Readonly<Record<number, ErrorKind>>
  /** Its error when several of its processes collide in a file of its own, which is transient. */
  readonly collision?: Collision
  readonly read: EventReader
  /** Reads the usage file that `toArguments` names. */
  readonly readUsageFile?: (content: JsonObject) => ReturnType<EventReader>
}

/** An error that a CLI reports only as text. */
export interface Collision {
  /** Matches a line that is not an event. */
  readonly pattern: RegExp
  /** For people, without the line. */
  readonly reason: string
}

/** Settings of a session that each agent names differently. */
export interface AcpSettings {
  readonly maxTurns: number | undefined
  readonly userConfig: boolean | undefined
}

export interface CliStart {
  /** The arguments of the options. */
  readonly options: readonly string[]
  readonly prompt: string
  readonly promptFile: string
  readonly usageFile: string
}

/** The arguments of each supported setting. A plan with any other setting is refused. */
export interface CliOptions {
  readonly model: (model: string) => readonly string[]
  readonly mode?: ModeOption
  readonly effort?: (effort: string) => readonly string[]
  /** `counted`: its turns are counted from events, and it is stopped at the limit. */
  readonly maxTurns?: ((turns: number) => readonly string[]) | 'counted'
  /** How to give it a tool server, which it starts over stdin and stdout. */
  readonly tools?: (server: Command) => readonly string[]
  /** Arguments that ignore the user's configuration, and whether that is the default. */
  readonly noUserConfig?: { readonly arguments: readonly string[]; readonly isDefault: boolean }
}

export interface ModeOption {
  readonly default: string
  /** The default inside the sandbox, if different. */
  readonly inSandbox?: string
  readonly toArguments: (mode: string) => readonly string[]
}
