import type { AgentEntry } from './agent-entry.ts'

export const piEntry = {
  program: 'pi',
  install: 'npm install --global @earendil-works/pi-coding-agent',
  tried: '1.6.0 (and 0.73.1 of @mariozechner/pi-coding-agent)',
  signIn: 'start "pi" and use /login, or set the key of its provider',
  variables: [
    'ANTHROPIC_API_KEY',
    'GEMINI_API_KEY',
    'OPENAI_API_KEY',
    'OPENROUTER_API_KEY',
    'PI_CODING_AGENT_DIR',
  ],
  hosts: ['api.anthropic.com', 'api.openai.com', 'generativelanguage.googleapis.com', 'openrouter.ai'],
  cli: { modes: [], hasEffort: true, hasMaxTurns: true, canIgnoreUserConfig: false },
  acp: {
    isDefault: false,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
    command: ['pi-acp'],
    install: 'npm install --global pi-acp',
    modes: [],
    hasEffort: true,
  },
  home: {
    files: [{ path: '.pi/agent/auth.json', isRenewed: true }],
    config: [
      '.pi/agent/settings.json',
      '.pi/agent/models.json',
      '.pi/agent/AGENTS.md',
      '.pi/agent/skills',
      '.pi/agent/prompts',
    ],
  },
  settings: ['**/.pi/**'],
  instructions: [],
  sessionMarks: [/^PI_(CODING_AGENT|SESSION_ID|SESSION_FILE)$/],
} as const satisfies AgentEntry
