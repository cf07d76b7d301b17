import { withoutRunNames } from '../../model/foreign-text.ts'
import { toInertLine } from '../../model/inert-text.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { askAuthors, toApproveAgain, toQuestion } from '../from-issues/ask-authors.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { tryOnOpen } from '../github/place-comment.ts'
import { mayPush } from '../github/reading.ts'
import { answerComment } from './answer-comment.ts'
import { checkComment } from './check-comment.ts'
import { continueByComment } from './continue-by-comment.ts'
import { readOwnTexts, toWorkflowRuns } from './find-run.ts'
import { type FilledIssuePlan, fillIssuePlan } from './issue-plan-text.ts'
import { tryLandPull } from './land-pull.ts'
import { type AnsweredCommand, type Followed, type Order, toRefused } from './order.ts'
import { type CommentCommand, tryReadCommand, usage } from './read-command.ts'
import type { Asked, Comment } from './read-event.ts'
import { stopRuns } from './stop-runs.ts'
import { startedText, tellStarted } from './tell-issues.ts'

/** Handles an event, or returns what the next jobs should do. A comment gets a reaction, and an answer with a link. */
export async function followEvent(order: Order, asked: Asked): Promise<Followed> {
  if (asked.kind === 'nothing') return { kind: 'nothing', said: asked.why }
  if (asked.kind === 'issues') return followQuery(order, asked)
  const { comment } = asked
  const command = tryReadCommand(comment.body)
  if (command === undefined) return { kind: 'nothing', said: 'the comment is not a command' }
  const checked = await checkComment(order.github, comment, order.actor)
  if (checked.kind === 'forbidden') {
    await react(order.github, comment, '-1')
    return { kind: 'nothing', said: `the comment is ignored: ${checked.why}` }
  }
  const followed = await tryFollow(order, comment, command)
  await react(order.github, comment, followed.isDone ? 'rocket' : 'confused')
  return withUntold(followed, await answer(order, comment.number, followed))
}

async function tryFollow(order: Order, comment: Comment, command: CommentCommand): Promise<AnsweredCommand> {
  try {
    return await follow(order, comment, command)
  } catch (error) {
    if (error instanceof RefusedError) return toRefused(error.message)
    throw error
  }
}

async function follow(order: Order, comment: Comment, command: CommentCommand): Promise<AnsweredCommand> {
  const { github } = order
  const { number, isOnPull } = comment
  if (command.kind === 'unknown') return toRefused(`"${command.text}" is not a command. Use one of: ${usage}`)
  if (command.kind === 'land') {
    if (!isOnPull) return toRefused('there is nothing to land here: comment on the pull request instead')
    const why = await tryLandPull(github, await github.viewer(), number)
    return why === undefined ? { kind: 'nothing', isDone: true, said: 'Merged.' } : toRefused(why)
  }
  if (command.kind === 'stop') return stop(order, comment)
  if (command.kind === 'retry' || command.kind === 'approve')
    return continueByComment(order, comment, command)
  if (command.kind === 'run' && isOnPull)
    return continueByComment(order, comment, { kind: 'retry', task: undefined, words: '' })
  if (isOnPull) return toRefused('comment on the issue instead: a pull request has no plan of its own')
  return plan(order, comment, command.kind === 'run')
}

async function stop({ github }: Order, { number, isOnPull }: Comment): Promise<AnsweredCommand> {
  const texts = await readOwnTexts(github, await github.viewer(), number, isOnPull)
  const stopped = await stopRuns(github, toWorkflowRuns(texts))
  if (stopped.length === 0) return toRefused('no run of this issue is active')
  return { kind: 'nothing', isDone: true, said: 'Stopping. The work so far is kept.' }
}

async function plan(order: Order, comment: Comment, isRun: boolean): Promise<AnsweredCommand> {
  const made = await fillIssuePlan({
    ...order,
    query: String(comment.number),
    orderedAt: comment.createdAt,
    isPreview: !isRun,
  })
  if (made.filled === undefined)
    return { kind: 'nothing', isDone: false, said: toNotStarted(made, commentAgain) }
  if (isRun) {
    const said = made.answersIssues ? startedText : 'Started. The page of the workflow run shows how it ends.'
    return { kind: 'run', isDone: true, said, planText: made.filled }
  }
  const notices = made.notices.map(notice => `- ${toInertLine(notice)}`).join('\n')
  const shown = `\`/agents run\` would run this plan:\n\n~~~~yaml\n${made.text?.replace(/~{4,}/g, '~~~')}~~~~`
  return { kind: 'nothing', isDone: true, said: withoutRunNames(`${shown}\n\n${notices}`.trim()) }
}

function announce({ github, runUrl }: Order, { tasks }: FilledIssuePlan): Promise<string[]> {
  return tellStarted(
    github,
    tasks.map(({ issue }) => issue.number),
    runUrl,
  )
}

/** Issues by a label, a closed prerequisite, a schedule or a dispatch. Asks for details on issues that lack information. */
async function followQuery(
  order: Order,
  { query, number, by }: Extract<Asked, { kind: 'issues' }>,
): Promise<Followed> {
  if (by !== undefined && !(await mayPush(order.github, by)))
    return { kind: 'nothing', said: `${by} has no push access here` }
  const made = await fillIssuePlan({ ...order, query, orderedAt: undefined, isPreview: false })
  const next = made.label === undefined ? commentAgain : toApproveAgain(made.label)
  const asked = await askAuthors(order.github, made.left, next)
  const said = [toLeft(made), ...made.notices].join('; ')
  if (made.filled !== undefined) {
    const followed: Followed = { kind: 'run', planText: made.filled, said }
    if (!made.answersIssues) return followed
    // At once: until they are told, a label could start the same work again.
    if (number === undefined) return withUntold(followed, ...(await announce(order, made)))
    return withUntold(followed, await answer(order, number, { kind: 'run', said: startedText }))
  }
  const followed: Followed = { kind: 'nothing', said }
  if (number === undefined || asked.includes(number)) return followed
  return withUntold(
    followed,
    await answer(order, number, { kind: 'nothing', said: toNotStarted(made, next) }),
  )
}

const commentAgain = 'Then comment `/agents run` again.'

function toLeft({ left }: FilledIssuePlan): string {
  return left.map(({ number, reason }) => `#${number}: ${reason}`).join('; ') || 'there is nothing to do'
}

/** Why the only issue of a plan is left out, and what to do. */
function toNotStarted({ left: [issue], label }: FilledIssuePlan, next: string): string {
  if (issue === undefined) return 'there is nothing to do'
  const { reason, missing, waitsFor } = issue
  if (missing.length > 0) return toQuestion(issue, next)
  const starts =
    waitsFor === undefined || label === undefined ? '' : ` Work on it starts when #${waitsFor} is closed.`
  return withoutRunNames(toInertLine(`Not started: ${reason}.${starts}`))
}

/** Answers that issues do not take are told in the log. */
function withUntold<T extends Followed>(followed: T, ...problems: readonly (string | undefined)[]): T {
  return { ...followed, said: [followed.said, ...problems.filter(text => text !== undefined)].join('; ') }
}

function react(github: GitHubClient, { id }: Comment, content: string): Promise<unknown> {
  return tryOnOpen(() => github.send('POST', `/issues/comments/${id}/reactions`, { content }))
}

function answer(
  { github, runUrl }: Order,
  number: number,
  { kind, said }: Pick<Followed, 'kind' | 'said'>,
): Promise<string | undefined> {
  return answerComment(github, number, { said, runUrl, isWork: kind !== 'nothing' })
}
