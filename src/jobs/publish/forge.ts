import type { PullRequestSettings } from '../../model/pull-request/settings.ts'

/** How a pull request looks when it is opened; people change it afterwards. */
export type Dress = Pick<
  PullRequestSettings,
  'draft' | 'labels' | 'reviewers' | 'assignees' | 'milestone'
> & {
  /** What its description begins with. */
  readonly template?: string
}

/** The wanted state of a pull request. */
export interface WantedPullRequest {
  /** Branches of the same repository, without `refs/heads/`. */
  readonly head: string
  readonly base: string
  readonly title: string
  /** What it is of, the same in every run of a plan: 16 hexadecimal digits. */
  readonly subject: string
  /** The tip of the head. */
  readonly commit: string
  /** Markdown, shorter than `mostBodyBytes`. What people write beside it stays. */
  readonly text: string
  readonly dress: Dress
}

export type PlacedPullRequest =
  | {
      readonly kind: 'placed'
      readonly number: number
      readonly url: string
      readonly isNew: boolean
      /** Whether it was opened with the token of a workflow, for which no other workflow starts. */
      readonly isByActions: boolean
      /** What GitHub did not take of how it should look. */
      readonly problems: readonly string[]
    }
  /** There is nothing in the head that is not in the base. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly reason: string }

/** The pull request of an earlier run for the same. */
export type OlderPullRequest =
  | { readonly kind: 'closed'; readonly url: string }
  /** It is left open. */
  | { readonly kind: 'left'; readonly url: string; readonly reason: string }

/** Where people look at branches. */
export interface Forge {
  /** Opens a pull request as a draft, or brings the open one for the same branches up to date. */
  placePullRequest(wanted: WantedPullRequest): Promise<PlacedPullRequest>
  /** Closes the open pull requests of earlier runs for the same, and says on them which one is there instead. */
  closeOlder(wanted: WantedPullRequest, placed: PlacedPullRequest): Promise<readonly OlderPullRequest[]>
  /** Writes the one comment of ours on an issue or a pull request. Answers with why that failed. */
  comment(number: number, text: string): Promise<string | undefined>
}

/** GitHub takes 65,536 characters; some is left for what marks our part of it. */
export const mostBodyBytes = 65_000

/** The address of a pull request, where there is one. */
export function placedUrl(placed: PlacedPullRequest | undefined): string | undefined {
  return placed?.kind === 'placed' ? placed.url : undefined
}
