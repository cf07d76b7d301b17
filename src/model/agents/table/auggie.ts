import type { AgentEntry } from './agent-entry.ts'

export const auggieEntry = {
  program: 'auggie',
  install: 'npm install --global @augmentcode/auggie',
  signIn: 'run "auggie login"',
  variables: ['AUGMENT_SESSION_AUTH'],
  hosts: ['*.augmentcode.com'],
  cli: undefined,
  acp: {
    command: ['auggie', '--acp'],
    isDefault: true,
    modes: [],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  home: { files: [], config: [] }, // untested: it signs in by its variables
  settings: ['**/.augment/**'],
  instructions: [],
  sessionMarks: [/^AUGMENT_(AGENT|SESSION_ID)$/],
} as const satisfies AgentEntry
