import type { AgentEntry } from './agent-entry.ts'

export const droidEntry = {
  program: 'droid',
  install: 'npm install --global droid',
  tried: '0.215.0',
  signIn: 'start "droid" and sign in, or set FACTORY_API_KEY',
  variables: ['FACTORY_API_KEY'],
  hosts: ['*.factory.ai'],
  cli: {
    modes: ['low', 'medium', 'high'],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  acp: {
    isDefault: false,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
    command: ['droid', 'exec', '--output-format', 'acp'],
    modes: [],
    hasEffort: true,
  },
  home: {
    files: [
      { path: '.factory/auth.json', isRenewed: true },
      { path: '.factory/auth.encrypted', isRenewed: true },
      { path: '.factory/auth.v2.file', isRenewed: true },
      { path: '.factory/auth.v2.key' },
    ],
    config: [
      '.factory/settings.json',
      '.factory/config.json',
      '.factory/AGENTS.md',
      '.factory/droids',
      '.factory/skills',
    ],
  },
  settings: ['**/.factory/**'],
  instructions: [],
  sessionMarks: [],
} as const satisfies AgentEntry
