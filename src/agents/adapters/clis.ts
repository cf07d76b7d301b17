import type { CliName, KnownAgent } from '../../model/agents/known-agents.ts'
import { claude } from './claude.ts'
import type { Cli } from './cli.ts'
import { codex } from './codex.ts'
import { copilot } from './copilot.ts'
import { droid } from './droid.ts'
import { gemini } from './gemini.ts'
import { opencode } from './opencode.ts'
import { pi } from './pi.ts'
import { qwen } from './qwen.ts'

/** Every agent with a command line. */
export const clis: Readonly<Record<CliName, Cli>> = {
  claude,
  codex,
  gemini,
  opencode,
  qwen,
  pi,
  copilot,
  droid,
}

/** Undefined: it has no supported command line. */
export function tryCli(name: KnownAgent): Cli | undefined {
  return Object.hasOwn(clis, name) ? clis[name as CliName] : undefined
}
