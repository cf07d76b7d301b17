import type { Prices } from '../model/agents/table/price.ts'
import type { Agent, Environment } from '../model/plan.ts'
import type { Usage } from '../model/usage.ts'
import type { SessionSlot } from './acp/session-slot.ts'
import type { AgentEnd } from './agent-end.ts'
import type { Command } from './process/process-group.ts'
import type { Progress } from './process/progress-file.ts'
import type { Resources } from './process/resources/resource-watch.ts'

/** Everything needed to run one agent on one prompt. */
export interface AgentRequest {
  readonly agent: Agent
  readonly checkout: AgentCheckout
  readonly prompt: string
  /** The prompt if its command line replaces an unusable server; undefined: the same. */
  readonly commandPrompt?: string | undefined
  /** The conversation to continue, if the agent can. */
  readonly session?: SessionRequest
  readonly limits: AgentLimits
  /** The file that its output is appended to. */
  readonly log: string
  /** Of models, for agents that report only tokens. */
  readonly prices: Prices
  readonly signal: AbortSignal
  readonly listener?: AgentListener
}

/** How to prompt an agent in a conversation. */
export interface SessionRequest {
  readonly slot: SessionSlot
  /** The prompt if the conversation holds the last one. */
  readonly continuation: string
  /** Reports the id with which another process can resume the conversation. */
  onSession(id: string, costUsd: number | undefined): void
}

/** Where an agent works. */
export interface AgentCheckout {
  readonly directory: string
  readonly files: AgentFiles
  readonly isSandboxed: boolean
  readonly resources: Resources
  /** Sandboxes the command of an agent, as far as possible. */
  enclose(start: EnclosedStart): Promise<EnclosedAgent>
  /** The complete environment, given the agent's own part. */
  environment(ofAgent: Environment): Environment
  /** The user's keys; an agent gets those of its CLI. */
  readonly keys: Environment
  /** The server of the task's tools; undefined: none. */
  readonly toolServer?: Command | undefined
  /** Variables that identify the agent's processes. */
  readonly marks: Environment
  /** Why the agent must not change a file of the checkout; undefined: it may. If absent, all edits in the checkout are allowed. */
  readonly refusalOf?: (path: string) => string | undefined
}

export interface EnclosedStart {
  readonly command: Command
  readonly env: Environment
}

export interface EnclosedAgent extends EnclosedStart {
  /** Whether its processes can be stopped so that nothing continues them before their session goes on. */
  readonly canStandStill: boolean
  /** Token usage that the harness saw in answers of models. */
  counted(): { readonly input: number; readonly output: number }
  end(): Promise<void>
}

/** Files for communication between an agent and its caller, outside the checkout. */
export interface AgentFiles {
  /** The folder that the agent may write to. */
  readonly exchange: string
  readonly prompt: string
  readonly progress: string
  readonly report: string
  /** Its exit code, if it ended by itself. */
  readonly status: string
}

export interface AgentLimits {
  readonly timeoutMinutes: number
  readonly stallMinutes: number
  /** Polled while it works: whether its usage is over budget. */
  readonly isOverBudget?: (usage: Usage, seconds: number) => boolean
}

/** Called while an agent works. */
export interface AgentListener {
  onActivity(text: string): void
  onProgress(progress: Progress): void
  /** Its usage so far. */
  onUsage(usage: Usage): void
}

/** How an agent ended, before its work is checked. */
export interface AgentAnswer {
  readonly end: AgentEnd
  readonly seconds: number
  readonly usage: Usage
  /** The error among its last lines, or the last line. */
  readonly lastWords: string | undefined
  readonly turns: number | undefined
  /** The id for continuing its conversation, if it can. */
  readonly session: string | undefined
  /** Reported by the agent. */
  readonly model: string | undefined
  readonly version: string | undefined
  /** Undefined for a plain command. */
  readonly via: 'acp' | 'cli' | undefined
  /** Why its server could not begin a session, if its command line may work. */
  readonly unfit?: string | undefined
}
