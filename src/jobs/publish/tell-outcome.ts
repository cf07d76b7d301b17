import type { Plan } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { type RunLinks, toIssueAnswer } from '../../report/markdown/issue-answer.ts'
import { toCommentText } from '../../report/markdown/pull-request.ts'
import type { Delivered, DeliveryRequest } from './deliver-result.ts'
import { type Forge, mostBodyBytes, type PlacedPullRequest, placedUrl } from './forge.ts'

/** Comments the outcome on the pull request, and on the issues of the plan. Returns the reasons of failures, a sentence each. */
export async function tellOutcome(
  { forge, collected: { plan }, runUrl }: Pick<DeliveryRequest, 'forge' | 'collected' | 'runUrl'>,
  { report, pullRequests: { integration } }: Delivered,
): Promise<string[]> {
  const comment = await tryComment(forge, report, integration)
  const links = { pullRequest: placedUrl(integration), run: runUrl }
  return [
    ...(comment === undefined ? [] : [`could not comment on the pull request: ${comment}`]),
    ...(await answerIssues(forge, plan, report, links)),
  ]
}

/** Comments the state of the run on a pull request. Returns the reason of a failure. */
async function tryComment(
  forge: Forge,
  report: Report,
  placed: PlacedPullRequest | undefined,
): Promise<string | undefined> {
  if (placed?.kind !== 'placed') return undefined
  return forge.comment(placed.number, toCommentText(report, mostBodyBytes))
}

/** Comments on each issue how its task ended, wherever the result is. */
async function answerIssues(forge: Forge, plan: Plan, report: Report, links: RunLinks): Promise<string[]> {
  if (!plan.answersIssues) return []
  const problems: string[] = []
  for (const task of plan.tasks) {
    if (task.issue === undefined) continue
    const failure = await forge.comment(task.issue, toIssueAnswer(report, task, links))
    if (failure !== undefined) problems.push(`could not comment on issue #${task.issue}: ${failure}`)
  }
  return problems
}
