export const pullRequestModes = ['integration', 'tasks', 'stacked', 'both'] as const

/** When pull requests are opened. */
export type PullRequestMode = (typeof pullRequestModes)[number]

/** How the pull request for the tested result looks. */
export interface PullRequestSettings {
  readonly title?: string
  readonly draft: boolean
  readonly labels: readonly string[]
  /** Logins, or teams as `organisation/team`. */
  readonly reviewers: readonly string[]
  readonly assignees: readonly string[]
  /** The title of an open milestone. */
  readonly milestone?: string
  /** A file of the repository that begins its description. */
  readonly template?: string
}
