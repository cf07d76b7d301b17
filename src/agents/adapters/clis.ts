import type { KnownAgent } from '../../model/agents/known-agents.ts'
import { claude } from './claude.ts'
import type { Cli } from './cli.ts'
import { codex } from './codex.ts'
import { copilot } from './copilot.ts'
import { droid } from './droid.ts'
import { gemini } from './gemini.ts'
import { opencode } from './opencode.ts'
import { pi } from './pi.ts'
import { qwen } from './qwen.ts'

/** Every agent CLI that is known by name. */
export const clis: Readonly<Record<KnownAgent, Cli>> = {
  claude,
  codex,
  gemini,
  opencode,
  qwen,
  pi,
  copilot,
  droid,
}
