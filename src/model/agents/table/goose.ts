import type { AgentEntry } from './agent-entry.ts'

export const gooseEntry = {
  program: 'goose',
  install: 'https://block.github.io/goose/docs/getting-started/installation',
  signIn: 'run "goose configure"',
  variables: ['GOOSE_MODEL', 'GOOSE_PROVIDER', 'ANTHROPIC_API_KEY', 'GOOGLE_API_KEY', 'OPENAI_API_KEY'],
  hosts: ['api.anthropic.com', 'api.openai.com', 'generativelanguage.googleapis.com', 'openrouter.ai'],
  cli: undefined,
  acp: {
    command: ['goose', 'acp'],
    isDefault: true,
    modes: [],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  home: { files: [], config: ['.config/goose'] }, // untested: it signs in by its variables
  settings: ['**/.goose/**', '**/.goosehints'],
  instructions: [],
  sessionMarks: [/^GOOSE_TERMINAL$/],
} as const satisfies AgentEntry
