import type { Agent, Environment } from '../model/plan.ts'
import type { Usage } from '../model/usage.ts'
import type { SessionSlot } from './acp/session-slot.ts'
import type { AgentEnd } from './agent-end.ts'
import type { Prices } from './prices.ts'
import type { Command } from './process/process-group.ts'
import type { Progress } from './process/progress-file.ts'
import type { Resources } from './process/resource-watch.ts'

/** Everything that is needed to give one agent one prompt. */
export interface AgentRequest {
  readonly agent: Agent
  readonly checkout: AgentCheckout
  readonly prompt: string
  /** The conversation that it continues, if it can. */
  readonly session?: SessionRequest
  readonly limits: AgentLimits
  /** The file that its output is appended to. */
  readonly log: string
  /** Of models, for agents that report only tokens. */
  readonly prices: Prices
  readonly signal: AbortSignal
  readonly listener?: AgentListener
}

/** How an agent that speaks ACP is prompted again. */
export interface SessionRequest {
  readonly slot: SessionSlot
  /** The prompt for one that remembers its last prompt. */
  readonly continuation: string
  /** Hears by what the conversation can be resumed by another process. */
  onSession(id: string): void
}

/** Where an agent works. */
export interface AgentCheckout {
  readonly directory: string
  readonly files: AgentFiles
  readonly isWalled: boolean
  readonly resources: Resources
  /** Puts walls around the command of an agent, as far as there are any. */
  enclose(start: EnclosedStart): Promise<Enclosed>
  /** Everything in the environment except for what belongs to the agent. */
  environment(ofAgent: Environment): Environment
  /** Keys of the user, of which an agent gets those that its CLI reads. */
  readonly keys: Environment
  /** What serves the tools of the task; undefined: there are none. */
  readonly toolServer?: Command | undefined
  /** Variables that identify the processes which the agent starts. */
  readonly marks: Environment
  /** Why the agent must not change a file of the checkout; undefined: it may. Without it, all edits in the checkout are allowed. */
  readonly refusalOf?: (path: string) => string | undefined
}

export interface EnclosedStart {
  readonly command: Command
  readonly env: Environment
}

export interface Enclosed extends EnclosedStart {
  /** What answers of models used, as the harness saw them pass. */
  counted(): { readonly input: number; readonly output: number }
  end(): Promise<void>
}

/** The files by which an agent and its caller tell each other things: outside the checkout. */
export interface AgentFiles {
  /** The folder of those that the agent may write. */
  readonly exchange: string
  readonly prompt: string
  readonly progress: string
  readonly report: string
  /** Its exit code, when it has ended by itself. */
  readonly status: string
}

export interface AgentLimits {
  readonly timeoutMinutes: number
  readonly stallMinutes: number
  /** Asked while it works: whether what it has used is too much. */
  readonly isOverBudget?: (usage: Usage, seconds: number) => boolean
}

/** Hears of an agent while it works. */
export interface AgentListener {
  onActivity(text: string): void
  onProgress(progress: Progress): void
  /** What it has used so far. */
  onUsage(usage: Usage): void
}

/** How an agent ended, before its work is checked. */
export interface AgentAnswer {
  readonly end: AgentEnd
  readonly seconds: number
  readonly usage: Usage
  /** The error among its last lines, or the last of them. */
  readonly lastWords: string | undefined
  readonly turns: number | undefined
  /** By which its conversation can be continued, where it can. */
  readonly session: string | undefined
  /** What it says about itself. */
  readonly model: string | undefined
  readonly version: string | undefined
  /** Undefined for a plain command. */
  readonly via: 'acp' | 'cli' | undefined
}
