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
}

/** A tool server that the agent starts for its session. */
export interface McpServer {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: readonly { readonly name: string; readonly value: string }[]
}
