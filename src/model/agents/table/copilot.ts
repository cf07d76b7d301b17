import type { AgentEntry } from './agent-entry.ts'

export const copilotEntry = {
  program: 'copilot',
  install: 'npm install --global @github/copilot',
  tried: '1.0.102',
  signIn: 'start "copilot" and use /login, or set COPILOT_GITHUB_TOKEN',
  variables: [
    'COPILOT_GITHUB_TOKEN',
    'COPILOT_MODEL',
    'COPILOT_OFFLINE',
    'COPILOT_PROVIDER_API_KEY',
    'COPILOT_PROVIDER_BASE_URL',
  ],
  hosts: ['api.github.com', '*.githubcopilot.com', 'copilot-proxy.githubusercontent.com'],
  cli: { modes: [], hasEffort: true, hasMaxTurns: true, canIgnoreUserConfig: false },
  acp: {
    isDefault: false,
    hasMaxTurns: false,
    canIgnoreUserConfig: false,
    command: ['copilot', '--acp'],
    modes: [],
    hasEffort: true,
  },
  home: {
    files: [{ path: '.copilot/config.json' }, { path: '.config/gh/hosts.yml' }],
    config: ['.copilot/mcp-config.json', '.copilot/settings.json', '.copilot/agents', '.copilot/skills'],
  },
  settings: ['.github/instructions/**', '.github/copilot-instructions.md'],
  instructions: ['.github/{instructions,prompts,agents}/**/*.md', '.github/copilot-instructions.md'],
  sessionMarks: [/^COPILOT_(CLI|AGENT|(AGENT_)?SESSION_ID|LOADER_PID|PLUGIN_ROOT)$/],
} as const satisfies AgentEntry
