import type { Prices } from './price.ts'

/** Everything about an agent that is data. `agents/adapters` starts and reads it. */
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
  readonly home: SignIn
  /** Its files in a repository that agents may not change, as globs: settings, instructions, commands that it runs. */
  readonly settings: readonly string[]
  /** Its files in a repository that only tell agents what to do, as globs: nothing in them is run. */
  readonly instructions: readonly string[]
  /**
   * Variables that it sets for its children: its presence, its session, the address of its editor. An agent that finds them refuses to
   * start, or joins the other session. Variables with which a user configures it are not among them.
   */
  readonly sessionMarks: readonly RegExp[]
  /** List prices by model, as of December 2025, if it does not report the cost. A plan can replace and add prices. */
  readonly prices?: Prices
}

/** A file of the user's home that a CLI gets as a copy, by its path there. */
export interface SignInFile {
  readonly path: string
  /** Copies only these keys of a JSON file; undefined: all of it. */
  readonly keys?: readonly string[]
  /** Its tokens may be renewed while in use: then the user's file is updated. */
  readonly isRenewed?: true
}

export interface SignIn {
  /** Files that it needs to be signed in as the user. */
  readonly files: readonly SignInFile[]
  /** The user's configuration of it. */
  readonly config: readonly string[]
  /** The variable that overrides the configuration folder. */
  readonly folder?: { readonly variable: string; readonly path: string }
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
  /** How it signs in with a key in one of these variables, if it does not by itself. It then stores the key in its home. */
  readonly keySignIn?: { readonly method: string; readonly variables: readonly string[] }
  /** Whether a session can be resumed in another checkout. Undefined: untested. */
  readonly canMoveSession?: boolean
  /** The mode if the plan names none. */
  readonly usualMode?: string
  /** The mode inside the sandbox, if that is a different one. */
  readonly modeInSandbox?: string
}
