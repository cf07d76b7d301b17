import type { Environment } from '../../model/plan.ts'
import type { Command } from '../process/process-group.ts'
import type { WantedSettings } from './session-settings.ts'

/** How to start an agent as a server of the Agent Client Protocol. */
export interface AcpServer {
  readonly command: Command
  readonly env: Environment
  readonly settings: WantedSettings
  /** Extra fields of `session/new`, outside of the protocol. */
  readonly meta: unknown
  readonly mcpServers: readonly McpServer[]
  /** How it signs in if it asks for that; undefined: it cannot. */
  readonly signIn?: ServerSignIn | undefined
}

/** A sign-in with a key in the environment. */
export interface ServerSignIn {
  /** Of the protocol's `authenticate`. */
  readonly method: string
  /** Whether its home is a temporary one, where it may store the key. */
  readonly mayStore: boolean
}

/** A tool server that the agent starts for its session. */
export interface McpServer {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: readonly { readonly name: string; readonly value: string }[]
}
