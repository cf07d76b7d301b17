import type { CommandOutput } from './agents/command-output.ts'
import type { ErrorKind } from './agents/error-kind.ts'
import type { KnownAgent } from './agents/known-agents.ts'
import type { CheckoutSettings, ServiceSettings } from './checkout/settings.ts'
import type { PullRequestMode, PullRequestSettings } from './pull-request/settings.ts'
import type { ResolverName } from './resolver-names.ts'
import type { AgentChoice, Planner, Reviewer } from './review.ts'

export type TaskId = string

/** One piece of work for one agent, with every default filled in. */
export interface Task {
  readonly id: TaskId
  readonly title: string
  /** Empty while it is only known that an issue says it. */
  readonly prompt: string
  readonly issue?: number
  /** Prerequisites that the plan names. They must succeed first. */
  readonly needs: readonly TaskId[]
  /** Prerequisites that were added because scopes overlap. They must end first, whatever their outcome. */
  readonly after: readonly TaskId[]
  /** The scope; undefined: everything that is not protected. */
  readonly files?: readonly string[]
  readonly setup?: string
  readonly test?: string
  readonly agent: string
  readonly env: Environment
  readonly estimateMinutes?: number
  readonly timeoutMinutes: number
  readonly stallMinutes: number
  readonly retries: number
  /** What the attempts after the first do differently, each beside what those before it do. */
  readonly retryChanges: readonly AgentChoice[]
  /** Whether an attempt after a refused one continues the conversation with the agent, where it can. */
  readonly retry: 'continue' | 'fresh'
  readonly budget: Budget
  readonly allowNoChanges: boolean
  readonly planFirst?: Planner
  /** Who judges its work; it is accepted when all of them approve. */
  readonly reviews: readonly Reviewer[]
}

export type Environment = Readonly<Record<string, string>>

interface AgentCommon {
  readonly name: string
  readonly env: Environment
  /** Put before the prompt of every task. */
  readonly role?: string
  /** The agent that works in its place while its account is used up, or cannot be used at all. */
  readonly fallback?: string
}

/** A known CLI with settings. */
export interface CliAgent extends AgentCommon {
  readonly kind: 'cli'
  readonly use: KnownAgent
  /** Undefined: by the Agent Client Protocol where that is as well tried and can keep the settings, else as a command line. */
  readonly via?: 'acp' | 'cli'
  readonly model?: string
  readonly mode?: string
  readonly effort?: string
  readonly maxTurns?: number
  /** Whether it reads the configuration that the user has for it; undefined: as is usual for the CLI. */
  readonly userConfig?: boolean
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
  /** How its output is read; undefined: as text. */
  readonly output?: CommandOutput
  /** Patterns of lines by which it says what went wrong. */
  readonly errorPatterns?: Readonly<Partial<Record<ErrorKind, readonly string[]>>>
}

/** What does a task. */
export type Agent = CliAgent | AcpAgent | CommandAgent

export type Land = 'pull-request' | 'push' | 'none'

/** Resolutions that are plausible and that only tests can tell apart. */
export interface CandidateSettings {
  /** How many at most, and how many runs of the tests of the tasks that collide. 0: none. */
  readonly most: number
  /** What to do if it is unknown whether a test touches the lines in question. */
  readonly whenUntold: 'proof-only' | 'tests'
}

export interface Integration {
  readonly setup?: string
  readonly test?: string
  readonly timeoutMinutes: number
  readonly flakyRetries: number
  readonly onConflict: 'resolve' | 'agent' | 'stop'
  readonly resolvers: readonly ResolverName[]
  readonly candidates: CandidateSettings
  /** Commands that regenerate files, by glob. */
  readonly generated: Readonly<Record<string, string>>
  readonly agent?: string
  readonly agentRounds: number
  /** Who judges the whole result before it lands. */
  readonly reviews: readonly Reviewer[]
  /** Who compares what landed with the issues that asked for it; undefined: no comparison. */
  readonly compare?: AgentChoice
  readonly contracts: readonly string[]
  /** A file that the test writes about what failed. */
  readonly report?: string
  /** The command that runs single tests, with places to fill in. */
  readonly testOnly?: string
  readonly testParallel: number
  /** Whether what is done is merged and tested while others still run. */
  readonly rolling: boolean
  readonly onEvict: 'leave' | 'retry'
  /** Who is asked to repair what breaks the tests, and how often. */
  readonly repair?: { readonly agent: string; readonly rounds: number }
  /** Between two looks at the unfinished work of running agents; 0: none while agents run. */
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

/** US dollars per million tokens. */
export interface Price {
  readonly input: number
  readonly cachedRead?: number
  readonly cachedWrite?: number
  readonly output: number
}

/** What a command of a task may take of the machine. What is not given depends on the machine. */
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
  /** How branches are named; undefined: by the run. */
  readonly branch?: string
  /** How the result shows what a task did: by a merge, or all of it in one commit. */
  readonly history: 'merge' | 'linear'
  /** Whether commands run inside of the walls that the machine has. */
  readonly sandbox: 'auto' | 'none'
  /** Hosts that can be reached in the sandbox; undefined: registries. */
  readonly network?: 'full' | readonly string[]
  /** What of the user's home can be read in the sandbox, by paths there. */
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
  readonly prices: Readonly<Record<string, Price>>
  readonly protected: readonly string[]
  /** Whether no task may weaken tests, not even of its own scope. */
  readonly testsProtected: boolean
  /** Files in which what looks like a secret is meant. */
  readonly allowSecrets: readonly string[]
  readonly hooks: boolean
  readonly maxFileMegabytes: number
  readonly backoffSeconds: readonly number[]
  /** By name; every agent that a task, a review or the integration names is here. */
  readonly agents: Readonly<Record<string, Agent>>
  readonly tasks: readonly Task[]
  readonly answersIssues: boolean
  readonly integration: Integration
}

/** All that a task waits for: what it needs and what it comes after. */
export function prerequisites(task: Pick<Task, 'needs' | 'after'>): readonly TaskId[] {
  return task.after.length === 0 ? task.needs : [...task.needs, ...task.after]
}
