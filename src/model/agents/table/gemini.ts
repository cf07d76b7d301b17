import type { AgentEntry } from './agent-entry.ts'

export const geminiEntry = {
  program: 'gemini',
  install: 'npm install --global @google/gemini-cli',
  tried: '0.61.0',
  signIn: 'start "gemini" and sign in, or set GEMINI_API_KEY',
  variables: [
    'GEMINI_API_KEY',
    'GOOGLE_API_KEY',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'GOOGLE_CLOUD_LOCATION',
    'GOOGLE_CLOUD_PROJECT',
    'GOOGLE_GEMINI_BASE_URL',
    'GOOGLE_GENAI_USE_VERTEXAI',
  ],
  hosts: [
    'generativelanguage.googleapis.com',
    'cloudcode-pa.googleapis.com',
    'oauth2.googleapis.com',
    '*.aiplatform.googleapis.com',
    'aiplatform.googleapis.com',
  ],
  cli: {
    modes: ['default', 'auto_edit', 'yolo', 'plan'],
    hasEffort: false,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
  },
  acp: {
    isDefault: false,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
    command: ['gemini', '--acp'],
    modes: ['default', 'autoEdit', 'yolo', 'plan'],
    usualMode: 'default',
    hasEffort: false,
  },
  home: {
    files: [
      { path: '.gemini/oauth_creds.json', isRenewed: true },
      { path: '.gemini/google_accounts.json' },
      { path: '.gemini/installation_id' },
    ],
    config: [
      '.gemini/settings.json',
      '.gemini/GEMINI.md',
      '.gemini/.env',
      '.gemini/extensions',
      '.gemini/commands',
    ],
  },
  settings: ['**/.gemini/**', '**/GEMINI.md'],
  instructions: ['**/GEMINI.md'],
  sessionMarks: [/^GEMINI_(CLI|SESSION_ID|CLI_NO_RELAUNCH|CLI_IDE_\w+)$/],
  prices: {
    'gemini-2.5-pro': { input: 1.25, cachedRead: 0.125, output: 10 },
    'gemini-2.5-flash': { input: 0.3, cachedRead: 0.03, output: 2.5 },
  },
} as const satisfies AgentEntry
