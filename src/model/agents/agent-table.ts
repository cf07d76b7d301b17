/** Everything about an agent that is data: how it is installed, signed in, started and limited. What reads and starts it: `agents/adapters`. */
export interface AgentEntry {
  readonly program: string
  /** The command that installs it. */
  readonly install: string
  /** The version that the command line was tried with. */
  readonly tried?: string
  /** What to do when it is not signed in. */
  readonly signIn: string
  /** Variables that it reads its key and the address of its service from. */
  readonly variables: readonly string[]
  /** Hosts that it cannot work without, as in a list of allowed hosts. */
  readonly hosts: readonly string[]
  /** What its command line can keep; undefined: it is only run as a server of the Agent Client Protocol. */
  readonly cli: AgentFeatures | undefined
  readonly acp: AcpEntry
}

/** Which settings of a plan an agent can keep. What it cannot keep is refused. */
export interface AgentFeatures {
  /** The words for what it may do without asking, if it has such a setting. */
  readonly modes: readonly string[]
  readonly hasEffort: boolean
  /** Whether the number of its turns can be limited. */
  readonly hasMaxTurns: boolean
  /** Whether it can leave the configuration of the user aside. */
  readonly canIgnoreUserConfig: boolean
}

/** How an agent is started as a server of the Agent Client Protocol. */
export interface AcpEntry extends AgentFeatures {
  readonly command: readonly [program: string, ...args: string[]]
  /** The command that installs it, where it is a program of its own. */
  readonly install?: string
  /** The version that it was tried with; undefined: it was not tried. */
  readonly tried?: string
  /** Whether it is chosen when the plan does not say: where it is at least as well tried as the command line. */
  readonly isDefault: boolean
  /** The mode that is chosen when the plan names none. */
  readonly usualMode?: string
  /** The same where walls of ours stand around it, if that is another one. */
  readonly modeInsideWalls?: string
}

export const agentTable = {
  claude: {
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
    },
    acp: {
      isDefault: false,
      command: ['claude-agent-acp'],
      install: 'npm install --global @agentclientprotocol/claude-agent-acp',
      tried: '0.101.0',
      modes: ['default', 'acceptEdits', 'auto', 'plan', 'dontAsk', 'bypassPermissions'],
      usualMode: 'default', // so that it asks before it edits
      hasEffort: true,
      hasMaxTurns: true,
      canIgnoreUserConfig: true,
    },
  },
  codex: {
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
      isDefault: false,
      hasMaxTurns: false,
      canIgnoreUserConfig: false,
      command: ['codex-acp'],
      install: 'npm install --global @agentclientprotocol/codex-acp',
      tried: '2.6.0',
      modes: ['read-only', 'workspace-write', 'agent', 'agent-full-access'],
      usualMode: 'agent',
      modeInsideWalls: 'agent-full-access',
      hasEffort: true,
    },
  },
  gemini: {
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
  },
  opencode: {
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
    cli: { modes: [], hasEffort: false, hasMaxTurns: true, canIgnoreUserConfig: false },
    acp: {
      isDefault: false,
      hasMaxTurns: false,
      canIgnoreUserConfig: false,
      command: ['opencode', 'acp'],
      tried: '1.18.33',
      modes: ['build', 'plan'],
      hasEffort: false,
    },
  },
  qwen: {
    program: 'qwen',
    install: 'npm install --global @qwen-code/qwen-code',
    tried: '0.24.4',
    signIn: 'start "qwen" and use /auth, or set OPENAI_API_KEY',
    variables: ['DASHSCOPE_API_KEY', 'OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL'],
    hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com', 'chat.qwen.ai', 'portal.qwen.ai'],
    cli: {
      modes: ['default', 'plan', 'auto-edit', 'yolo'],
      hasEffort: false,
      hasMaxTurns: true,
      canIgnoreUserConfig: false,
    },
    acp: {
      isDefault: false,
      hasMaxTurns: false,
      canIgnoreUserConfig: false,
      command: ['qwen', '--acp'],
      modes: ['default', 'plan', 'auto-edit', 'yolo'],
      usualMode: 'default',
      hasEffort: false,
    },
  },
  pi: {
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
  },
  copilot: {
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
  },
  droid: {
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
  },
  goose: {
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
  },
  cursor: {
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
  },
  kimi: {
    program: 'kimi',
    install: 'uv tool install kimi-cli',
    signIn: 'start "kimi" and use /login',
    variables: ['KIMI_API_KEY', 'KIMI_BASE_URL', 'KIMI_MODEL_NAME'],
    hosts: ['api.moonshot.ai', 'api.moonshot.cn', '*.kimi.com'],
    cli: undefined,
    acp: {
      command: ['kimi', 'acp'],
      isDefault: true,
      modes: [],
      hasEffort: true,
      hasMaxTurns: false,
      canIgnoreUserConfig: false,
    },
  },
  auggie: {
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
  },
} as const satisfies Readonly<Record<string, AgentEntry>>
