/** Everything about an agent that is data: how it is installed, signed in, started and limited. What reads and starts it: `agents/adapters`. */
export interface AgentEntry {
  readonly program: string
  /** The command that installs it. */
  readonly install: string
  /** The version that the command line was tried with. */
  readonly tried?: string
  /** What to do when it is not signed in. */
  readonly signIn: string
  /** Variables that it reads its key and the address of its service from. */
  readonly variables: readonly string[]
  /** Hosts that it cannot work without, as in a list of allowed hosts. */
  readonly hosts: readonly string[]
  /** What its command line can keep; undefined: it is only run as a server of the Agent Client Protocol. */
  readonly cli: AgentFeatures | undefined
  readonly acp: AcpEntry
}

/** Which settings of a plan an agent can keep. What it cannot keep is refused. */
export interface AgentFeatures {
  /** The words for what it may do without asking, if it has such a setting. */
  readonly modes: readonly string[]
  readonly hasEffort: boolean
  /** Whether the number of its turns can be limited. */
  readonly hasMaxTurns: boolean
  /** Whether it can leave the configuration of the user aside. */
  readonly canIgnoreUserConfig: boolean
}

/** How an agent is started as a server of the Agent Client Protocol. */
export interface AcpEntry extends AgentFeatures {
  readonly command: readonly [program: string, ...args: string[]]
  /** The command that installs it, where it is a program of its own. */
  readonly install?: string
  /** The version that it was tried with; undefined: it was not tried. */
  readonly tried?: string
  /** Whether it is chosen when the plan does not say: where it is at least as well tried as the command line. */
  readonly isDefault: boolean
  /** The mode that is chosen when the plan names none. */
  readonly usualMode?: string
  /** The same where walls of ours stand around it, if that is another one. */
  readonly modeInsideWalls?: string
}
