import type { KnownAgent } from './known-agents.ts'

/** Which settings of a plan a CLI can keep. What it cannot keep is refused. */
export interface AgentFeatures {
  /** The words for what it may do without asking, if it has such a setting. */
  readonly modes: readonly string[]
  readonly hasEffort: boolean
  /** Whether the number of its turns can be limited. */
  readonly hasMaxTurns: boolean
  /** Whether it can leave the configuration of the user aside. */
  readonly canIgnoreUserConfig: boolean
}

export const agentFeatures: Readonly<Record<KnownAgent, AgentFeatures>> = {
  claude: {
    modes: ['default', 'acceptEdits', 'auto', 'plan', 'dontAsk', 'bypassPermissions'],
    hasEffort: true,
    hasMaxTurns: true,
    canIgnoreUserConfig: true,
  },
  codex: {
    modes: ['read-only', 'workspace-write', 'danger-full-access'],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: true,
  },
  gemini: {
    modes: ['default', 'auto_edit', 'yolo', 'plan'],
    hasEffort: false,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  opencode: { modes: [], hasEffort: false, hasMaxTurns: true, canIgnoreUserConfig: false },
  qwen: {
    modes: ['default', 'plan', 'auto-edit', 'yolo'],
    hasEffort: false,
    hasMaxTurns: true,
    canIgnoreUserConfig: false,
  },
  pi: { modes: [], hasEffort: true, hasMaxTurns: true, canIgnoreUserConfig: false },
  copilot: { modes: [], hasEffort: true, hasMaxTurns: true, canIgnoreUserConfig: false },
  droid: {
    modes: ['low', 'medium', 'high'],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
}
