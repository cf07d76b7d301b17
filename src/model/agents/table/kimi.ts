import type { AgentEntry } from './agent-entry.ts'

export const kimiEntry = {
  program: 'kimi',
  install: 'uv tool install kimi-cli',
  signIn: 'start "kimi" and use /login',
  variables: ['KIMI_API_KEY', 'KIMI_BASE_URL', 'KIMI_MODEL_NAME'],
  hosts: ['api.moonshot.ai', 'api.moonshot.cn', '*.kimi.com'],
  cli: undefined,
  acp: {
    command: ['kimi', 'acp'],
    isDefault: true,
    modes: [],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  home: { files: [], config: [] }, // untested: it signs in by its variables
  settings: [],
  instructions: [],
  sessionMarks: [],
} as const satisfies AgentEntry
