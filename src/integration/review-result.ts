import { toReviewPrompt } from '../agents/prompts/review-prompt.ts'
import type { Task } from '../model/plan.ts'
import { type Review, type Reviewer, reviewAnswerSchema } from '../model/review.ts'
import { toReviewReason } from '../report/text/findings.ts'
import type { RunContext } from '../run/run-context.ts'
import { integrationName } from '../run/run-paths.ts'
import { askAgent } from '../tasks/asking/ask-agent.ts'
import { readJsonAnswer } from '../tasks/asking/read-json-answer.ts'
import { readDiff, toReview, toReviewAgent } from '../tasks/review/review-task.ts'
import type { Tip } from './chain/merge-step.ts'
import type { Integrated } from './integrated.ts'

/**
 * Has the integration's reviewers judge the tested result against the requests of all its tasks. Without their approval nothing
 * lands.
 */
export async function reviewResult(
  context: RunContext,
  integrated: Integrated,
  base: Tip,
): Promise<Integrated> {
  const { reviews: reviewers } = context.plan.integration
  if (reviewers.length === 0 || integrated.problem !== null || integrated.tip.commit === base.commit)
    return integrated
  const reviews: Review[] = []
  for (const [index, reviewer] of reviewers.entries()) {
    const reply = await askReviewer(context, integrated, base, { reviewer, index })
    if ('problem' in reply) return withoutResult(integrated, base, reviews, reply.problem)
    reviews.push(reply)
  }
  const against = reviews.find(({ verdict }) => verdict !== 'approve')
  if (against === undefined) return { ...integrated, reviews }
  return withoutResult(integrated, base, reviews, toReviewReason('the review of the result', [against]))
}

/** Nothing lands; the branches of the tasks stay. */
function withoutResult(
  integrated: Integrated,
  base: Tip,
  reviews: readonly Review[],
  problem: string,
): Integrated {
  const landings = new Map(integrated.landings)
  for (const [task, { landing }] of landings)
    if (landing === 'landed') landings.set(task, { landing: 'held', reason: problem })
  return { ...integrated, tip: base, tests: 'none', landings, reviews, problem }
}

const diffFile = 'change.diff'

async function askReviewer(
  context: RunContext,
  { tip, landings, tests }: Integrated,
  base: Tip,
  { reviewer, index }: { readonly reviewer: Reviewer; readonly index: number },
): Promise<Review | { readonly problem: string }> {
  const { plan, paths } = context
  const tasks = plan.tasks.filter(({ id }) => landings.get(id)?.landing === 'landed')
  const [first] = tasks as [Task, ...Task[]]
  const diff = await readDiff(context, base.commit, tip.commit)
  const { test, timeoutMinutes } = plan.integration
  const reply = await askAgent(
    context,
    {
      name: `_review${integrationName}-${index + 1}`,
      purpose: 'review of the result',
      agent: toReviewAgent(context, reviewer, plan.integration.agent ?? first.agent),
      task: { ...first, env: {}, timeoutMinutes },
      isOfTask: false,
      commit: tip.commit,
      log: paths.log(integrationName),
      files: { [diffFile]: diff },
      toPrompt: ({ answerFile, folder }) =>
        toReviewPrompt({
          tasks,
          role: reviewer.prompt,
          diff,
          wholeSince: base.commit,
          diffFile: `${folder}/${diffFile}`,
          tests:
            test === undefined
              ? 'There is no integration test.'
              : `The integration test (${test}): ${tests}.`,
          earlier: [],
          answerFile,
        }),
    },
    texts => readJsonAnswer(texts, reviewAnswerSchema),
  )
  if (reply.kind === 'stopped') return { problem: 'the run was stopped' }
  if (reply.kind === 'held') return { problem: `the result could not be reviewed: ${reply.reason}` }
  return toReview(reply, 1)
}
