import type { KnownAgent } from '../model/agents/known-agents.ts'
import { knownAgents, toAgentEntry } from '../model/agents/known-agents.ts'
import type { Agent } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'

/** A file of the user's home that a CLI gets as a copy, by its path there. */
export interface SignInFile {
  readonly path: string
  /** Copies only these keys of a JSON file; undefined: all of it. */
  readonly keys?: readonly string[]
  /** Its tokens may be renewed while in use: then the user's file is updated. */
  readonly isRenewed?: true
}

export interface SignIn {
  /** Files that it needs to be signed in as the user. */
  readonly files: readonly SignInFile[]
  /** The user's configuration of it. */
  readonly config: readonly string[]
  /** The variable that replaces the first folder by another one. */
  readonly folder?: { readonly variable: string; readonly path: string }
}

const claudeConfig = [
  'settings.json',
  'CLAUDE.md',
  'agents',
  'commands',
  'skills',
  'plugins',
  'output-styles',
]

/** The files of each CLI in the user's home that sign-in and configuration need. */
const signIns: Readonly<Record<KnownAgent, SignIn>> = {
  claude: {
    files: [
      { path: '.claude/.credentials.json', isRenewed: true },
      { path: '.claude.json', keys: ['userID', 'oauthAccount', 'hasCompletedOnboarding'] },
    ],
    config: claudeConfig.map(name => `.claude/${name}`),
    folder: { variable: 'CLAUDE_CONFIG_DIR', path: '.claude' },
  },
  codex: {
    files: [{ path: '.codex/auth.json', isRenewed: true }, { path: '.codex/installation_id' }],
    config: ['config.toml', 'AGENTS.md', 'prompts', 'skills', 'rules'].map(name => `.codex/${name}`),
    folder: { variable: 'CODEX_HOME', path: '.codex' },
  },
  gemini: {
    files: [
      { path: '.gemini/oauth_creds.json', isRenewed: true },
      { path: '.gemini/google_accounts.json' },
      { path: '.gemini/installation_id' },
    ],
    config: ['settings.json', 'GEMINI.md', '.env', 'extensions', 'commands'].map(name => `.gemini/${name}`),
  },
  opencode: {
    files: [{ path: '.local/share/opencode/auth.json', isRenewed: true }],
    config: ['.config/opencode'],
  },
  qwen: {
    files: [{ path: '.qwen/oauth_creds.json', isRenewed: true }, { path: '.qwen/installation_id' }],
    config: ['settings.json', 'QWEN.md', '.env', 'extensions', 'commands'].map(name => `.qwen/${name}`),
  },
  pi: {
    files: [{ path: '.pi/agent/auth.json', isRenewed: true }],
    config: ['settings.json', 'models.json', 'AGENTS.md', 'skills', 'prompts'].map(
      name => `.pi/agent/${name}`,
    ),
  },
  copilot: {
    files: [{ path: '.copilot/config.json' }, { path: '.config/gh/hosts.yml' }],
    config: ['mcp-config.json', 'settings.json', 'agents', 'skills'].map(name => `.copilot/${name}`),
  },
  droid: {
    files: [
      { path: '.factory/auth.json', isRenewed: true },
      { path: '.factory/auth.encrypted', isRenewed: true },
      { path: '.factory/auth.v2.file', isRenewed: true },
      { path: '.factory/auth.v2.key' },
    ],
    config: ['settings.json', 'config.json', 'AGENTS.md', 'droids', 'skills'].map(name => `.factory/${name}`),
  },
  // Untested: they sign in by their variables.
  goose: { files: [], config: ['.config/goose'] },
  cursor: { files: [], config: [] },
  kimi: { files: [], config: [] },
  auggie: { files: [], config: [] },
}

/** What an agent needs of the user's home. A command gets what the CLIs in it need. */
export function toSignIns(agent: Agent): SignIn[] {
  if (agent.kind !== 'cli') return toNamedClis(agent.command).map(name => signIns[name])
  const { files, config, ...rest } = signIns[agent.use]
  const noUserConfig = tryCli(agent.use)?.options.noUserConfig
  const isAlone = agent.userConfig === undefined ? noUserConfig?.isDefault === true : !agent.userConfig
  return [{ files, config: isAlone ? [] : config, ...rest }]
}

/** The known CLIs, or their servers, that a shell command visibly starts. */
export function toNamedClis(command: string): KnownAgent[] {
  const words = new Set(
    command.split(/[^\w./@-]+/).map(word => word.replace(/^.*\//, '').replace(/@.*$/, '')),
  )
  return knownAgents.filter(name => {
    const { program, acp, install } = toAgentEntry(name)
    return (
      words.has(program) || words.has(acp.command[0]) || command.includes(install.split(' ').at(-1) as string)
    )
  })
}
