import type { TaskId } from '../../model/plan.ts'
import { listShownPlans } from '../../report/markdown/plans-to-approve.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { placeComment, tryReadOwnComment } from '../github/place-comment.ts'
import {
  type CommentState,
  listWorkLinks,
  toStateMark,
  tryCommentState,
  withoutStateMarks,
} from './comment-state.ts'
import { toWorkflowRuns, tryRunId } from './find-run.ts'

export interface Answer {
  readonly said: string
  /** The page of this workflow run. */
  readonly runUrl: string
  /** Whether agents work in it. */
  readonly isWork: boolean
  /** The task that it is about: a plan of it that waited is decided. */
  readonly task?: TaskId | undefined
}

const mostLinks = 3

/** Answers on an issue or a pull request, in our one comment. Returns the reason if it takes none. */
export async function answerComment(
  github: GitHubClient,
  number: number,
  answer: Answer,
): Promise<string | undefined> {
  const login = await github.viewer()
  const before = await tryReadOwnComment(github, login, number)
  return placeComment(github, login, number, toAnswerText(answer, before?.body ?? ''))
}

/** Characters of a comment, of the 65,536 that GitHub takes, with plans that it keeps. */
const mostWithPlans = 60_000

/**
 * The text of an answer. It keeps the run and the links of our comment so far, so that later commands can stop and retry them, its
 * state, so that the death of a run is still reported, and the plans that wait for approval.
 */
export function toAnswerText({ said, runUrl, isWork, task }: Answer, before: string): string {
  const own = `[${isWork ? 'The workflow run' : 'This command'}](${runUrl})`
  const [id] = toWorkflowRuns([runUrl])
  const state = isWork && id !== undefined ? { kind: 'started' as const, run: id } : tryOtherState(before, id)
  const text = [
    withoutStateMarks(said),
    own,
    ...toEarlierLines(before, { said, runUrl }),
    ...(state === undefined ? [] : [toStateMark(state)]),
  ].join('\n\n')
  const plans = listShownPlans(before, task)
  const whole = [text, ...plans].join('\n\n')
  return whole.length <= mostWithPlans ? whole : text
}

/** What this workflow run began is answered now. */
function tryOtherState(before: string, own: number | undefined): CommentState | undefined {
  const state = tryCommentState(before)
  return state?.run === own ? undefined : state
}

/** The runs of a comment that another text replaces. */
export function toEarlierLines(before: string, { said, runUrl }: Pick<Answer, 'said' | 'runUrl'>): string[] {
  const links = listWorkLinks(before).filter(url => url !== runUrl)
  const run = tryRunId([before])
  const earlier = [
    ...[...new Set(links)].slice(0, mostLinks).map(url => `[An earlier run](${url})`),
    ...(run === undefined || said.includes(run) ? [] : [`\`${run}\``]),
  ]
  return earlier.length === 0 ? [] : [earlier.join(', ')]
}
