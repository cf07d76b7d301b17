import { toReviewPrompt } from '../../agents/prompts/review-prompt.ts'
import { harnessIdentity, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Agent } from '../../model/plan.ts'
import { type AgentChoice, type Review, type Reviewer, reviewAnswerSchema } from '../../model/review.ts'
import { sumUsage, unknownUsage } from '../../model/usage.ts'
import { toFindingText, toReviewReason } from '../../report/text/findings.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { AgentReply, QuestionCost } from '../asking/agent-question.ts'
import { askAgent } from '../asking/ask-agent.ts'
import type { HeldTurn } from '../asking/held-turn.ts'
import { readJsonAnswer } from '../asking/read-json-answer.ts'
import type { Refusal } from '../gates/gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import { type AgentCost, type TaskWork, toReviewRounds } from '../work/task-work.ts'

/** The reviews of a task's work. `reviews` are those of this round, `unanswered` is the cost of reviewers that gave none. */
export type TaskReview = {
  readonly reviews: readonly Review[]
  readonly unanswered: AgentCost
} & (
  | { readonly kind: 'approved' }
  /** `isFinal`: findings have been sent back as often as the plan allows. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly isFinal: boolean }
  | HeldTurn
  | { readonly kind: 'stopped' }
)

type Answer =
  | { readonly kind: 'given'; readonly reviewer: Reviewer; readonly review: Review }
  | (QuestionCost & (HeldTurn | { readonly kind: 'stopped' }))

/** Has all reviewers of a task judge its work in parallel, each in a fresh session with the change and without the author's words. */
export async function reviewTask(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
): Promise<TaskReview> {
  const { task } = work
  if (task.reviews.length === 0) return toTaskReview([], 1)
  const round = toReviewRounds(work) + 1
  context.emit({ kind: 'phase', task: task.id, phase: 'review' })
  const commit = await writeReviewedCommit(context, work, collected)
  const request = { commit, round, diff: await readDiff(context, work.start, commit) }
  const answers = await Promise.all(
    task.reviews.map((reviewer, index) => askReviewer(context, work, reviewer, { ...request, index })),
  )
  return toTaskReview(answers, round)
}

function toTaskReview(answers: readonly Answer[], round: number): TaskReview {
  const given = answers.filter(answer => answer.kind === 'given')
  const reviews = given.map(({ review }) => review)
  const missing = answers.filter(answer => answer.kind !== 'given')
  const seconds = missing.reduce((sum, answer) => sum + answer.seconds, 0)
  const common = { reviews, unanswered: { seconds, usage: sumUsage(missing.map(({ usage }) => usage)) } }
  const [first] = missing
  if (first !== undefined && !isAnswered(reviews, first)) return { ...first, ...common }
  const against = given.filter(({ review }) => review.verdict !== 'approve')
  if (against.length === 0) return { kind: 'approved', ...common }
  const isFinal = against.some(
    ({ reviewer, review }) => review.verdict === 'unreadable' || round > reviewer.rounds,
  )
  return { kind: 'refused', ...common, isFinal, refusal: toRefusal(against.map(({ review }) => review)) }
}

/** Whether findings go back to the author now: who waits for a quota judges what follows from them. */
function isAnswered(reviews: readonly Review[], missing: HeldTurn | { readonly kind: 'stopped' }): boolean {
  const isParked = missing.kind === 'held' && missing.outcome === 'parked'
  return isParked && reviews.some(({ verdict }) => verdict === 'changes')
}

function toRefusal(reviews: readonly Review[]): Refusal {
  const findings = reviews.flatMap(review => review.findings.map(finding => toFindingText(finding)))
  const names = [...new Set(reviews.map(({ agent }) => agent))].join(' and ')
  return {
    outcome: 'rejected',
    reason: toReviewReason('the review', reviews),
    feedback: `A review by ${names} requests changes. Your work is still there: continue from it. Address these findings and nothing else; where one is wrong, say why in your report:\n${findings.map(text => `- ${text}`).join('\n')}`,
    undo: [],
  }
}

interface ReviewRequest {
  readonly commit: ObjectId
  readonly diff: string
  readonly round: number
  readonly index: number
}

const diffFile = 'change.diff'

async function askReviewer(
  context: RunContext,
  work: TaskWork,
  reviewer: Reviewer,
  { commit, diff, round, index }: ReviewRequest,
): Promise<Answer> {
  const { task } = work
  const agent = toReviewAgent(context, reviewer, task.agent)
  const reply = await askAgent(
    context,
    {
      name: `_review-${task.id}-${index + 1}`,
      purpose: `review of ${task.id}, round ${round}`,
      agent,
      task,
      isOfTask: true,
      commit,
      log: context.paths.log(task.id),
      files: { [diffFile]: diff },
      toPrompt: ({ answerFile, folder }) =>
        toReviewPrompt({
          tasks: [task],
          role: reviewer.prompt,
          diff,
          diffFile: `${folder}/${diffFile}`,
          tests: task.test === undefined ? 'The task has no test.' : `The test (${task.test}) passed.`,
          earlier: work.reviews.flatMap(({ findings }) => findings.map(found => `- ${toFindingText(found)}`)),
          answerFile,
        }),
    },
    texts => readJsonAnswer(texts, reviewAnswerSchema),
  )
  if (reply.kind === 'held' || reply.kind === 'stopped') return reply
  return { kind: 'given', reviewer, review: toReview(reply, round) }
}

type GivenReply = Extract<
  AgentReply<{ verdict: 'approve' | 'changes'; findings: Review['findings'] }>,
  { kind: 'answered' | 'unreadable' }
>

/** A reply in its stored form. */
export function toReview(reply: GivenReply, round: number): Review {
  const { agent, model, seconds, usage = unknownUsage } = reply
  const common = { agent, model, round, seconds: Math.round(seconds * 1000) / 1000, usage }
  return reply.kind === 'answered'
    ? { ...common, verdict: reply.value.verdict, findings: reply.value.findings, reason: null }
    : { ...common, verdict: 'unreadable', findings: [], reason: reply.reason }
}

/** The reviewing agent: by default the task's, in a separate session. */
export function toReviewAgent(
  { plan }: Pick<RunContext, 'plan'>,
  { agent: name, model }: AgentChoice,
  byDefault: string,
): Agent {
  const agent = plan.agents[name ?? byDefault] as Agent
  return model === undefined || agent.kind === 'command' ? agent : { ...agent, model }
}

/** One commit on top of the start, without the author's commits and messages. */
function writeReviewedCommit(
  { repository }: RunContext,
  { start, task }: TaskWork,
  { tree }: CollectedWork,
): Promise<ObjectId> {
  return writeCommit(repository.store, {
    tree,
    parents: [start],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: 0,
    message: `The change of ${task.id}`,
    trailers: [],
  })
}

/** The part of a diff that a reviewer gets as a file. */
const longestDiff = 4_000_000

export async function readDiff({ control }: RunContext, from: ObjectId, to: ObjectId): Promise<string> {
  const args = ['diff-tree', '-r', '-p', '-M', '--no-ext-diff', '--no-textconv', '--no-color', from, to]
  return (await runGit(control.place, args)).slice(0, longestDiff)
}
