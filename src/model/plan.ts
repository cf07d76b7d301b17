import type { CommandOutput } from './agents/command-output.ts'
import type { ErrorKind } from './agents/error-kind.ts'
import type { KnownAgent } from './agents/known-agents.ts'
import type { Prices } from './agents/table/price.ts'
import type { CheckoutSettings, ServiceSettings } from './checkout/settings.ts'
import type { PullRequestMode, PullRequestSettings } from './pull-request/settings.ts'
import type { ResolverName } from './resolver-names.ts'
import type { AgentChoice, Planner, Reviewer } from './review.ts'

export type TaskId = string

/** One piece of work for one agent, with every default filled in. */
export interface Task {
  readonly id: TaskId
  readonly title: string
  /** Empty until it is read from an issue. */
  readonly prompt: string
  readonly issue?: number
  /** Prerequisites from the plan. They must succeed first. */
  readonly needs: readonly TaskId[]
  /** Prerequisites because scopes overlap. They must end first, with any outcome. */
  readonly after: readonly TaskId[]
  /** The scope; undefined: every file that is not protected. */
  readonly files?: readonly string[]
  readonly setup?: string
  readonly test?: string
  readonly agent: string
  readonly env: Environment
  readonly estimateMinutes?: number
  readonly timeoutMinutes: number
  readonly stallMinutes: number
  readonly retries: number
  /** Changes of the attempts after the first; each adds to the earlier ones. */
  readonly retryChanges: readonly AgentChoice[]
  /** Whether an attempt after a refusal continues the agent's conversation, if the agent can. */
  readonly retry: 'continue' | 'fresh'
  /** The prerequisite whose conversation it continues, if possible; undefined: it begins a new one. */
  readonly continues?: TaskId
  readonly budget: Budget
  readonly allowNoChanges: boolean
  readonly planFirst?: Planner
  /** Reviewers of its work; it is accepted if all of them approve. */
  readonly reviews: readonly Reviewer[]
}

export type Environment = Readonly<Record<string, string>>

interface AgentCommon {
  readonly name: string
  readonly env: Environment
  /** Put before the prompt of every task. */
  readonly role?: string
  /** The agent that takes over if its account is used up or unusable. */
  readonly fallback?: string
}

/** A known CLI with settings. */
export interface CliAgent extends AgentCommon {
  readonly kind: 'cli'
  readonly use: KnownAgent
  /** Undefined: the Agent Client Protocol if it is as well tested and supports the settings, else the command line. */
  readonly via?: 'acp' | 'cli'
  readonly model?: string
  readonly mode?: string
  readonly effort?: string
  readonly maxTurns?: number
  /** Whether it reads the user's configuration; undefined: the CLI's default. */
  readonly userConfig?: boolean
  /** Whether a budget of the plan counts tokens. */
  readonly hasTokenBudget?: boolean
  readonly args: readonly string[]
}

/** Any program that speaks the Agent Client Protocol, as a shell command. */
export interface AcpAgent extends AgentCommon {
  readonly kind: 'acp'
  readonly command: string
  readonly model?: string
  readonly mode?: string
  readonly effort?: string
}

/** Any shell command. */
export interface CommandAgent extends AgentCommon {
  readonly kind: 'command'
  readonly command: string
  /** The format of its output; undefined: text. */
  readonly output?: CommandOutput
  /** Patterns of lines that report an error. */
  readonly errorPatterns?: Readonly<Partial<Record<ErrorKind, readonly string[]>>>
}

/** The agent of a task. */
export type Agent = CliAgent | AcpAgent | CommandAgent

export type Land = 'pull-request' | 'push' | 'none'

/** Plausible resolutions that only tests can tell apart. */
export interface CandidateSettings {
  /** The maximum number of candidates, and of test runs of the colliding tasks. 0: none. */
  readonly most: number
  /** What to do if it is unknown whether a test covers the conflicting lines. */
  readonly whenUnknown: 'proof-only' | 'tests'
}

export interface Integration {
  readonly setup?: string
  readonly test?: string
  readonly timeoutMinutes: number
  readonly stallMinutes: number
  readonly flakyRetries: number
  readonly onConflict: 'resolve' | 'agent' | 'stop'
  readonly resolvers: readonly ResolverName[]
  readonly candidates: CandidateSettings
  /** Commands that regenerate files, by glob. */
  readonly generated: Readonly<Record<string, string>>
  readonly agent?: string
  readonly agentRounds: number
  /** Reviewers of the whole result, before it lands. */
  readonly reviews: readonly Reviewer[]
  /** The agent that compares the landed result with its issues; undefined: no comparison. */
  readonly compare?: AgentChoice
  readonly contracts: readonly string[]
  /** A file in which the test reports failures. */
  readonly report?: string
  /** The command that runs single tests, with placeholders. */
  readonly testOnly?: string
  readonly testParallel: number
  /** Whether finished branches are merged and tested while other tasks run. */
  readonly rolling: boolean
  readonly onEvict: 'leave' | 'retry'
  /** The agent that repairs failing tests, and how often. */
  readonly repair?: { readonly agent: string; readonly rounds: number }
  /** Interval of the forecasts for the unfinished work of running agents; 0: none while agents run. */
  readonly forecastSeconds: number
  readonly onForecast: 'warn' | 'tell-agents' | 'serialize'
  readonly land?: Land
  readonly pullRequests: PullRequestMode
  readonly pullRequest: PullRequestSettings
  readonly landRounds: number
}

export interface Budget {
  readonly usd?: number
  readonly tokens?: number
  readonly minutes?: number
}

export interface RunBudget extends Budget {
  readonly onEnd: 'finish' | 'stop'
}

/** Resource limits of a task's command. Defaults depend on the machine. */
export interface Limits {
  readonly memoryGigabytes?: number
  readonly processes?: number
  readonly diskGigabytes?: number
}

/** A checked plan. Tasks are in the order of the file. */
export interface Plan {
  readonly name: string
  readonly target?: string
  readonly maxParallel: number
  /** The folder for checkouts; undefined: beside the repository. */
  readonly worktrees?: string
  /** The pattern of branch names; undefined: by the run. */
  readonly branch?: string
  /** How the result's history shows a task: as a merge, or as one commit. */
  readonly history: 'merge' | 'linear'
  /** Whether commands run in the machine's sandbox. Seatbelt: also in that of macOS. */
  readonly sandbox: 'auto' | 'seatbelt' | 'none'
  /** Hosts that can be reached in the sandbox; undefined: registries. */
  readonly network?: 'full' | readonly string[]
  /** Paths in the user's home that the sandbox can read. */
  readonly homeFiles: readonly string[]
  readonly limits: Limits
  readonly setup?: string
  readonly env: Environment
  readonly checkout: CheckoutSettings
  /** By name. */
  readonly services: Readonly<Record<string, ServiceSettings>>
  readonly budget: RunBudget
  readonly onQuota: 'wait' | 'stop'
  /** By model. */
  readonly prices: Prices
  readonly protected: readonly string[]
  /** Whether no task may weaken tests, not even in its own scope. */
  readonly testsProtected: boolean
  /** Files in which apparent secrets are intended. */
  readonly allowSecrets: readonly string[]
  readonly hooks: boolean
  readonly maxFileMegabytes: number
  readonly backoffSeconds: readonly number[]
  /** By name: every agent that a task, a review or the integration names. */
  readonly agents: Readonly<Record<string, Agent>>
  readonly tasks: readonly Task[]
  readonly answersIssues: boolean
  readonly integration: Integration
}

/** All prerequisites of a task: `needs` and `after`. */
export function prerequisites(task: Pick<Task, 'needs' | 'after'>): readonly TaskId[] {
  return task.after.length === 0 ? task.needs : [...task.needs, ...task.after]
}
