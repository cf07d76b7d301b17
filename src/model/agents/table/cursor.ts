import type { AgentEntry } from './agent-entry.ts'

export const cursorEntry = {
  program: 'cursor-agent',
  install: 'curl https://cursor.com/install -fsS | bash',
  signIn: 'run "cursor-agent login", or set CURSOR_API_KEY',
  variables: ['CURSOR_API_KEY'],
  hosts: ['cursor.com', '*.cursor.com', '*.cursor.sh'],
  cli: undefined,
  acp: {
    command: ['cursor-agent', 'acp'],
    isDefault: true,
    modes: [],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  home: { files: [], config: [] }, // untested: it signs in by its variables
  settings: ['**/.cursor/**', '**/.cursorrules'],
  instructions: [],
  sessionMarks: [/^CURSOR_(AGENT|TRACE_ID|SESSION_ID|INVOKED_AS)$/],
} as const satisfies AgentEntry
