/** An issue, or a pull request, which is one too. */
export interface Issue {
  readonly number: number
  readonly login: string
  readonly createdAt: string
  readonly comments: Comment[]
  /** What happened to it, the oldest first. */
  readonly events: IssueEvent[]
  /** Of its body. */
  lastEditedAt: string | null
  title: string
  body: string | null
  state: 'open' | 'closed'
  /** Only people who may push comment on it: no token of a job does. */
  isLocked: boolean
  labels: string[]
  readonly pull: Pull | undefined
  /** Numbers of issues that GitHub says block it, and of its parts. */
  readonly blockedBy: number[]
  readonly subIssues: number[]
  assignees: string[]
  milestone: string | null
}

export interface Pull {
  /** Branch with the changes. */
  readonly head: string
  /** Branch that they are for. */
  base: string
  draft: boolean
  merged: boolean
  readonly reviewers: string[]
}

export interface IssueEvent {
  readonly event: 'labeled' | 'renamed'
  readonly login: string
  readonly createdAt: string
  readonly label?: string
}

export interface Comment {
  readonly id: number
  readonly createdAt: string
  readonly login: string
  body: string
  editedAt: string | undefined
  readonly reactions: { readonly content: string; readonly login: string }[]
}
