import type { PullRequestSettings } from '../../model/pull-request/settings.ts'

/** Settings of a new pull request; people may change them afterwards. */
export type Dress = Pick<
  PullRequestSettings,
  'draft' | 'labels' | 'reviewers' | 'assignees' | 'milestone'
> & {
  /** The beginning of its description. */
  readonly template?: string
}

/** The wanted state of a pull request. */
export interface WantedPullRequest {
  /** Branches of the same repository, without `refs/heads/`. */
  readonly head: string
  readonly base: string
  readonly title: string
  /** Its identity, the same in every run of a plan: 16 hexadecimal digits. */
  readonly subject: string
  /** The tip of the head. */
  readonly commit: string
  /** Markdown, shorter than `mostBodyBytes`. Text by people beside it stays. */
  readonly text: string
  readonly dress: Dress
}

export type PlacedPullRequest =
  | {
      readonly kind: 'placed'
      readonly number: number
      readonly url: string
      readonly isNew: boolean
      /** Whether it was opened with the token of a workflow, which triggers no other workflows. */
      readonly isByActions: boolean
      /** Settings that GitHub refused. */
      readonly problems: readonly string[]
    }
  /** The head has no commits beyond the base. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly reason: string }

/** An earlier run's pull request with the same subject. */
export type OlderPullRequest =
  | { readonly kind: 'closed'; readonly url: string }
  /** It stays open. */
  | { readonly kind: 'left'; readonly url: string; readonly reason: string }

/** The site that hosts the repository. */
export interface Forge {
  /** Opens a draft pull request, or updates the open one for the same branches. */
  placePullRequest(wanted: WantedPullRequest): Promise<PlacedPullRequest>
  /** Closes the open pull requests of earlier runs with the same subject, with a comment that names the new one. */
  closeOlder(wanted: WantedPullRequest, placed: PlacedPullRequest): Promise<readonly OlderPullRequest[]>
  /** Creates or updates our one comment on an issue or a pull request. Returns the reason of a failure. */
  comment(number: number, text: string): Promise<string | undefined>
}

/** GitHub's limit is 65,536 characters; some are reserved for the markers of our section. */
export const mostBodyBytes = 65_000

/** The address of a pull request, if there is one. */
export function placedUrl(placed: PlacedPullRequest | undefined): string | undefined {
  return placed?.kind === 'placed' ? placed.url : undefined
}
