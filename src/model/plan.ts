import type { KnownAgent } from './known-agents.ts'
import type { ResolverName } from './resolver-names.ts'

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
  /** Prerequisites that were added because scopes overlap. They must end first, in whatever way. */
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
  readonly allowNoChanges: boolean
  readonly review?: { readonly agent: string; readonly model?: string }
}

export type Environment = Readonly<Record<string, string>>

/** What does a task: a CLI that is known, with settings, or a shell command. */
export type Agent =
  | {
      readonly kind: 'cli'
      readonly name: string
      readonly use: KnownAgent
      readonly model?: string
      readonly maxTurns?: number
      readonly args: readonly string[]
      readonly env: Environment
    }
  | { readonly kind: 'command'; readonly name: string; readonly command: string; readonly env: Environment }

export type Land = 'pull-request' | 'push' | 'none'

export const pullRequestModes = ['integration', 'tasks', 'both'] as const

/** What pull requests are opened for. */
export type PullRequestMode = (typeof pullRequestModes)[number]

export interface Integration {
  readonly setup?: string
  readonly test?: string
  readonly timeoutMinutes: number
  readonly flakyRetries: number
  readonly onConflict: 'resolve' | 'agent' | 'stop'
  readonly resolvers: readonly ResolverName[]
  /** Commands that make files anew, by glob. */
  readonly generated: Readonly<Record<string, string>>
  readonly agent?: string
  readonly agentRounds: number
  readonly contracts: readonly string[]
  /** A file that the test writes about what failed. */
  readonly report?: string
  /** The command that runs single tests, with places to fill in. */
  readonly testOnly?: string
  readonly testParallel: number
  readonly onEvict: 'leave' | 'retry'
  /** Between two looks at the unfinished work of running agents; 0: none while agents run. */
  readonly forecastSeconds: number
  readonly onForecast: 'warn' | 'tell-agents' | 'serialize'
  readonly land?: Land
  readonly pullRequests: PullRequestMode
  readonly landRounds: number
}

export interface Budget {
  readonly usd?: number
  readonly tokens?: number
  readonly minutes?: number
}

/** A checked plan. Tasks are in the order of the file. */
export interface Plan {
  readonly name: string
  readonly target?: string
  readonly maxParallel: number
  /** The folder for checkouts; undefined: beside the repository. */
  readonly worktrees?: string
  readonly setup?: string
  readonly env: Environment
  readonly budget: Budget
  readonly protected: readonly string[]
  readonly hooks: boolean
  readonly maxFileMegabytes: number
  readonly backoffSeconds: readonly number[]
  /** By name; every agent that a task, a review or the integration names is here. */
  readonly agents: Readonly<Record<string, Agent>>
  readonly tasks: readonly Task[]
  readonly integration: Integration
}

/** All that a task waits for: what it needs and what it comes after. */
export function prerequisites(task: Pick<Task, 'needs' | 'after'>): readonly TaskId[] {
  return task.after.length === 0 ? task.needs : [...task.needs, ...task.after]
}
