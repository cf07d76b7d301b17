/** What a plan by a model may use. Everything else is for people to decide. */
export interface ProposalRules {
  /** Agents that a task may name. */
  readonly agents: readonly string[]
  /** Test commands of the repository that a task may use. */
  readonly commands: readonly string[]
  /** All files of the target. */
  readonly paths: readonly string[]
  /** Globs of files that only people may open to a task. */
  readonly reserved: readonly string[]
}

/** Keys of the plan file that a proposal may hold. */
export const proposedKeys = {
  plan: ['name', 'tasks', 'integration'],
  task: ['title', 'prompt', 'needs', 'files', 'test', 'agent', 'estimate-minutes'],
  integration: ['contracts'],
} as const

export const mostProposedTasks = 60
export const longestProposedPrompt = 20_000
