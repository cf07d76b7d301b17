import type { AgentEntry } from './agent-entry.ts'

export const claudeEntry = {
  program: 'claude',
  install: 'npm install --global @anthropic-ai/claude-code',
  tried: '2.1.332',
  signIn: 'start "claude" and use /login, or set ANTHROPIC_API_KEY',
  variables: [
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_AUTH_TOKEN',
    'ANTHROPIC_BASE_URL',
    'ANTHROPIC_CUSTOM_HEADERS',
    'CLAUDE_CODE_OAUTH_TOKEN',
  ],
  hosts: ['api.anthropic.com', 'console.anthropic.com', 'platform.claude.com', 'claude.ai'],
  cli: {
    modes: ['default', 'acceptEdits', 'auto', 'plan', 'dontAsk', 'bypassPermissions'],
    hasEffort: true,
    hasMaxTurns: true,
    canIgnoreUserConfig: true,
    hasLiveTokens: true,
  },
  acp: {
    isDefault: true,
    command: ['claude-agent-acp'],
    canMoveSession: true,
    install: 'npm install --global @agentclientprotocol/claude-agent-acp',
    tried: '0.101.0',
    modes: ['default', 'acceptEdits', 'auto', 'plan', 'dontAsk', 'bypassPermissions'],
    usualMode: 'default', // so that it asks before it edits
    hasEffort: true,
    hasMaxTurns: true,
    canIgnoreUserConfig: true,
  },
  home: {
    files: [
      { path: '.claude/.credentials.json', isRenewed: true },
      { path: '.claude.json', keys: ['userID', 'oauthAccount', 'hasCompletedOnboarding'] },
    ],
    config: [
      '.claude/settings.json',
      '.claude/CLAUDE.md',
      '.claude/agents',
      '.claude/commands',
      '.claude/skills',
      '.claude/plugins',
      '.claude/output-styles',
    ],
    folder: { variable: 'CLAUDE_CONFIG_DIR', path: '.claude' },
  },
  settings: ['**/.claude/**', '**/CLAUDE.md', '**/CLAUDE.local.md'],
  instructions: ['**/CLAUDE.md', '**/.claude/{skills,agents,commands,rules}/**/*.md'],
  sessionMarks: [
    /^CLAUDE(CODE|_CODE|_SESSION_ID|_PROJECT_DIR|_PLUGIN_ROOT|_ENV_FILE|_EFFORT|_AGENT_SDK_VERSION)$/,
    /^CLAUDE_CODE_(ENTRYPOINT|SSE_PORT|EXECPATH|CHILD_SESSION|IS_COWORK|CONTAINER_ID)$/,
    /^CLAUDE_CODE_(REMOTE|(\w+_)?SESSION_(ID|ACCESS_TOKEN)|REMOTE_\w+)$/,
  ],
  prices: {
    'claude-opus-4-5': { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
    'claude-sonnet-4-5': { input: 3, cachedRead: 0.3, cachedWrite: 3.75, output: 15 },
    'claude-haiku-4-5': { input: 1, cachedRead: 0.1, cachedWrite: 1.25, output: 5 },
  },
} as const satisfies AgentEntry
