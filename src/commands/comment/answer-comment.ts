import { listShownPlans } from '../../report/markdown/plans-to-approve.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { placeComment, tryReadOwnComment } from '../github/place-comment.ts'
import { listWorkLinks, toStateMark, tryCommentState, withoutStateMarks } from './comment-state.ts'
import { toWorkflowRuns, tryRunId } from './find-run.ts'

export interface Answer {
  readonly said: string
  /** The page of this workflow run. */
  readonly runUrl: string
  /** Whether agents work in it. */
  readonly isWork: boolean
}

const mostLinks = 3
/** Characters of an answer with plans: GitHub takes 65,536. */
const mostWithPlans = 60_000

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

/**
 * The text of an answer. It keeps the run and the links of our comment so far, so that later commands can stop and retry them, and its
 * state, so that the death of a run is still reported.
 */
export function toAnswerText({ said, runUrl, isWork }: Answer, before: string): string {
  const own = `[${isWork ? 'The workflow run' : 'This command'}](${runUrl})`
  const [id] = toWorkflowRuns([runUrl])
  const state = isWork && id !== undefined ? { kind: 'started' as const, run: id } : tryCommentState(before)
  return [
    withoutStateMarks(said),
    own,
    ...toEarlierLines(before, { said, runUrl }),
    ...(state === undefined ? [] : [toStateMark(state)]),
  ].join('\n\n')
}

/** The runs of a comment that another text replaces, and its plans that wait for approval: they are shown nowhere else. */
export function toEarlierLines(before: string, { said, runUrl }: Pick<Answer, 'said' | 'runUrl'>): string[] {
  const links = listWorkLinks(before).filter(url => url !== runUrl)
  const run = tryRunId([before])
  const earlier = [
    ...[...new Set(links)].slice(0, mostLinks).map(url => `[An earlier run](${url})`),
    ...(run === undefined || said.includes(run) ? [] : [`\`${run}\``]),
  ]
  const plans = listShownPlans(before)
  const hasRoom = said.length + plans.join('').length <= mostWithPlans
  return [
    ...(earlier.length === 0 ? [] : [earlier.join(', ')]),
    ...(plans.length > 0 && hasRoom ? ['Before this command:', ...plans] : []),
  ]
}
