import type { KnownAgent } from '../model/agents/known-agents.ts'
import type { Agent } from '../model/plan.ts'
import { tryKnownAgent } from './agent-way.ts'

/** Where CLIs keep what they are signed in with, below the home of the user. */
const files: Readonly<Partial<Record<KnownAgent, readonly string[]>>> = {
  claude: ['.claude/.credentials.json'],
  codex: ['.codex/auth.json'],
  gemini: ['.gemini/oauth_creds.json', '.gemini/google_accounts.json'],
  qwen: ['.qwen/oauth_creds.json'],
  opencode: ['.local/share/opencode/auth.json'],
  pi: ['.pi/agent/auth.json'],
}

/** Files of the user's home that an agent needs to be signed in. A command needs none. */
export function toSignInFiles(agent: Agent): readonly string[] {
  const known = tryKnownAgent(agent)
  return known === undefined ? [] : (files[known] ?? [])
}
