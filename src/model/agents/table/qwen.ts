import type { AgentEntry } from './agent-entry.ts'

export const qwenEntry = {
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
  home: {
    files: [{ path: '.qwen/oauth_creds.json', isRenewed: true }, { path: '.qwen/installation_id' }],
    config: ['.qwen/settings.json', '.qwen/QWEN.md', '.qwen/.env', '.qwen/extensions', '.qwen/commands'],
  },
  settings: ['**/.qwen/**', '**/QWEN.md'],
  instructions: ['**/QWEN.md'],
  sessionMarks: [/^QWEN_CODE(_NO_RELAUNCH|_IDE_\w+|_SESSION_ID)?$/],
} as const satisfies AgentEntry
