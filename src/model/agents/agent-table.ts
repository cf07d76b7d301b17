import type { AgentEntry } from './table/agent-entry.ts'
import { auggieEntry } from './table/auggie.ts'
import { claudeEntry } from './table/claude.ts'
import { codexEntry } from './table/codex.ts'
import { copilotEntry } from './table/copilot.ts'
import { cursorEntry } from './table/cursor.ts'
import { droidEntry } from './table/droid.ts'
import { geminiEntry } from './table/gemini.ts'
import { gooseEntry } from './table/goose.ts'
import { kimiEntry } from './table/kimi.ts'
import { opencodeEntry } from './table/opencode.ts'
import { piEntry } from './table/pi.ts'
import { qwenEntry } from './table/qwen.ts'

/** Every agent that a plan can name. */
export const agentTable = {
  claude: claudeEntry,
  codex: codexEntry,
  gemini: geminiEntry,
  opencode: opencodeEntry,
  qwen: qwenEntry,
  pi: piEntry,
  copilot: copilotEntry,
  droid: droidEntry,
  goose: gooseEntry,
  cursor: cursorEntry,
  kimi: kimiEntry,
  auggie: auggieEntry,
} as const satisfies Readonly<Record<string, AgentEntry>>
