import type { AgentEntry } from './agent-entry.ts'

export const opencodeEntry = {
  program: 'opencode',
  install: 'npm install --global opencode-ai',
  tried: '1.18.33',
  signIn: 'run "opencode auth login"',
  variables: [
    'ANTHROPIC_API_KEY',
    'GEMINI_API_KEY',
    'GOOGLE_GENERATIVE_AI_API_KEY',
    'OPENAI_API_KEY',
    'OPENCODE_CONFIG',
    'OPENCODE_CONFIG_CONTENT',
    'OPENCODE_CONFIG_DIR',
    'OPENROUTER_API_KEY',
  ],
  hosts: [
    'opencode.ai',
    'models.dev',
    'api.anthropic.com',
    'api.openai.com',
    'generativelanguage.googleapis.com',
    'openrouter.ai',
  ],
  cli: {
    modes: [],
    hasEffort: false,
    hasMaxTurns: true,
    canIgnoreUserConfig: false,
    hasLiveTokens: true,
  },
  acp: {
    isDefault: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
    command: ['opencode', 'acp'],
    canMoveSession: false, // it remembers everything, and works in the old folder
    tried: '1.18.33',
    modes: ['build', 'plan'],
    hasEffort: false,
  },
  home: {
    files: [{ path: '.local/share/opencode/auth.json', isRenewed: true }],
    config: ['.config/opencode'],
  },
  settings: ['**/.opencode/**'],
  instructions: ['**/.opencode/{agent,command,skills}/**/*.md'],
  sessionMarks: [
    /^OPENCODE(_PID|_CLIENT|_CALLER|_PORT|_RUN_ID|_SESSION_ID|_PROCESS_ROLE|_SERVER_(USERNAME|PASSWORD))?$/,
  ],
} as const satisfies AgentEntry
