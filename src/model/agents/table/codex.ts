import type { AgentEntry } from './agent-entry.ts'

export const codexEntry = {
  program: 'codex',
  install: 'npm install --global @openai/codex',
  tried: '0.171.0',
  signIn: 'run "codex login", or set CODEX_API_KEY',
  variables: ['CODEX_API_KEY', 'CODEX_HOME', 'OPENAI_API_KEY', 'OPENAI_BASE_URL'],
  hosts: ['api.openai.com', 'auth.openai.com', 'chatgpt.com'],
  cli: {
    modes: ['read-only', 'workspace-write', 'danger-full-access'],
    hasEffort: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: true,
  },
  acp: {
    isDefault: true,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
    command: ['codex-acp'],
    canMoveSession: true,
    install: 'npm install --global @agentclientprotocol/codex-acp',
    tried: '2.6.0',
    modes: ['read-only', 'workspace-write', 'agent', 'agent-full-access'],
    keySignIn: { method: 'api-key', variables: ['CODEX_API_KEY', 'OPENAI_API_KEY'] },
    usualMode: 'agent',
    modeInSandbox: 'agent-full-access',
    hasEffort: true,
  },
  home: {
    files: [{ path: '.codex/auth.json', isRenewed: true }, { path: '.codex/installation_id' }],
    config: ['.codex/config.toml', '.codex/AGENTS.md', '.codex/prompts', '.codex/skills', '.codex/rules'],
    folder: { variable: 'CODEX_HOME', path: '.codex' },
  },
  settings: ['**/.codex/**', '**/AGENTS.override.md'],
  instructions: [],
  sessionMarks: [
    /^CODEX_(CI|SHELL|SANDBOX|SANDBOX_NETWORK_DISABLED|(THREAD|SESSION)_ID|PERMISSION_PROFILE|INTERNAL_ORIGINATOR_OVERRIDE)$/,
    /^CODEX_MANAGED_(BY|PACKAGE)_\w+$/,
  ],
  prices: {
    'gpt-5': { input: 1.25, cachedRead: 0.125, output: 10 },
    'gpt-5-codex': { input: 1.25, cachedRead: 0.125, output: 10 },
    'gpt-5-mini': { input: 0.25, cachedRead: 0.025, output: 2 },
    'gpt-5.1': { input: 1.25, cachedRead: 0.125, output: 10 },
    'gpt-5.1-codex': { input: 1.25, cachedRead: 0.125, output: 10 },
  },
} as const satisfies AgentEntry
