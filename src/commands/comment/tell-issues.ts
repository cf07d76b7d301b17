import { withoutRunNames } from '../../model/foreign-text.ts'
import { toInertText } from '../../model/inert-text.ts'
import { type FailedJob, tryFailedJobsText } from '../../report/text/failed-jobs.ts'
import { type GitHubClient, GitHubRefusal } from '../github/ask-github.ts'
import { isClosedToComments, placeComment, tryReadOwnComment } from '../github/place-comment.ts'
import { answerComment, toEarlierLines } from './answer-comment.ts'
import { lacksAnswer, toStateMark, tryCommentState, withoutStateMarks } from './comment-state.ts'
import { toWorkflowRuns } from './find-run.ts'
import { isRunActive } from './stop-runs.ts'

/** What an issue is told when an agent starts to work on it. */
export const startedText = 'An agent is working on this.'

/** Tells issues that agents work on them. Returns the reasons of failures, a sentence each. */
export function tellStarted(
  github: GitHubClient,
  issues: readonly number[],
  runUrl: string,
): Promise<string[]> {
  return onEach(issues, async issue => {
    await answerComment(github, issue, { said: startedText, runUrl, isWork: true })
  })
}

export interface DeadRun {
  /** The page of the workflow run. */
  readonly runUrl: string
  /** Why nothing was started, if a job has said so. */
  readonly reason: string | undefined
  readonly jobs: readonly FailedJob[]
}

/** Tells issues that a workflow run ended without a result, unless it has answered them. Returns the reasons of failures. */
export async function tellDeath(
  github: GitHubClient,
  issues: readonly number[],
  run: DeadRun,
): Promise<string[]> {
  const [id = 0] = toWorkflowRuns([run.runUrl])
  if (issues.length === 0) return []
  const login = await github.viewer()
  return onEach(issues, async issue => {
    const before = (await tryReadOwnComment(github, login, issue))?.body ?? ''
    if (!lacksAnswer(before, id) || (await isBeingAnswered(github, before, id))) return
    const said = toDeathText(run)
    const mark = toStateMark({ kind: 'died', run: id })
    const lines = [said, ...toEarlierLines(before, { said, runUrl: run.runUrl }), mark]
    await placeComment(github, login, issue, lines.join('\n\n'))
  })
}

/**
 * Tells the issue or pull request with the command that its run was not resumed: a job before has said there that it is. Returns the
 * reason of a failure.
 */
export async function tellNotResumed(
  github: GitHubClient,
  issue: number,
  { said, runUrl }: { readonly said: string; readonly runUrl: string },
): Promise<string | undefined> {
  try {
    const login = await github.viewer()
    const before = (await tryReadOwnComment(github, login, issue))?.body ?? ''
    const lines = [said, `[The run](${runUrl})`, ...toEarlierLines(before, { said, runUrl })]
    return await placeComment(github, login, issue, lines.join('\n\n'))
  } catch (error) {
    if (error instanceof GitHubRefusal) return error.message
    throw error
  }
}

/** Whether another run works on the issue: its answer is awaited. */
async function isBeingAnswered(github: GitHubClient, before: string, run: number): Promise<boolean> {
  const state = tryCommentState(before)
  return state?.kind === 'started' && state.run !== run && (await isRunActive(github, state.run))
}

const longestReason = 2000

/** Why a workflow run ended without a result, and what to do. */
export function toDeathText({ runUrl, reason, jobs }: DeadRun): string {
  const isCancelled = jobs.length > 0 && jobs.every(({ end }) => end === 'was cancelled')
  const failed = isCancelled ? 'the run was cancelled' : (tryFailedJobsText(jobs) ?? 'the run failed')
  const why = reason === undefined ? `Not done: ${failed}.` : `Nothing was started: ${toReason(reason)}`
  const advice = isCancelled
    ? ''
    : '\n\nThe log of the run has the details. Once the cause is fixed, "Re-run failed jobs" on its page tries again.'
  return `${withoutRunNames(withoutStateMarks(toInertText(why)))}${advice}\n\n[The run](${runUrl})`
}

/** Most refusals begin with the same words. */
function toReason(text: string): string {
  return text.replace(/^nothing was started:\s*/i, '').slice(0, longestReason)
}

async function onEach(issues: readonly number[], tell: (issue: number) => Promise<void>): Promise<string[]> {
  const problems: string[] = []
  for (const issue of issues)
    try {
      await tell(issue)
    } catch (error) {
      if (!(error instanceof GitHubRefusal)) throw error
      if (!isClosedToComments(error)) problems.push(`could not comment on issue #${issue}: ${error.message}`)
    }
  return problems
}
