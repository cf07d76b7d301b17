/** Data about an agent: how to install, sign in, start and limit it. `agents/adapters` reads and starts it. */
export interface AgentEntry {
  readonly program: string
  /** The command that installs it. */
  readonly install: string
  /** The version that the command line was tested with. */
  readonly tried?: string
  /** What to do when it is not signed in. */
  readonly signIn: string
  /** Variables with its key and the address of its service. */
  readonly variables: readonly string[]
  /** Hosts that it needs, as in an allow-list. */
  readonly hosts: readonly string[]
  /** Settings that its command line supports; undefined: it only runs as a server of the Agent Client Protocol. */
  readonly cli: AgentFeatures | undefined
  readonly acp: AcpEntry
}

/** Settings of a plan that an agent supports. The others are refused. */
export interface AgentFeatures {
  /** Its permission modes, if it has such a setting. */
  readonly modes: readonly string[]
  readonly hasEffort: boolean
  /** Whether its turns can be limited. */
  readonly hasMaxTurns: boolean
  /** Whether it can ignore the user's configuration. */
  readonly canIgnoreUserConfig: boolean
  /** Whether it reports tokens while it works. Undefined: at the end of a turn, or untested. */
  readonly hasLiveTokens?: boolean
}

/** How an agent is started as a server of the Agent Client Protocol. */
export interface AcpEntry extends AgentFeatures {
  readonly command: readonly [program: string, ...args: string[]]
  /** The command that installs it, if it is a program of its own. */
  readonly install?: string
  /** The version that it was tested with; undefined: not tested. */
  readonly tried?: string
  /** Whether it is the default: if it is at least as well tested as the command line. */
  readonly isDefault: boolean
  /** Whether a session can be resumed in another checkout. Undefined: untested. */
  readonly canMoveSession?: boolean
  /** The mode if the plan names none. */
  readonly usualMode?: string
  /** The mode inside the sandbox, if that is a different one. */
  readonly modeInSandbox?: string
}
