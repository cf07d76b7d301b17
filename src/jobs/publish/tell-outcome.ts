import type { Plan, Task } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { type RunLinks, toIssueAnswer } from '../../report/markdown/issue-answer.ts'
import { toCommentText } from '../../report/markdown/pull-request.ts'
import type { Delivered, DeliveryRequest } from './deliver-result.ts'
import { type Forge, mostBodyBytes, type PlacedPullRequest, placedUrl } from './forge.ts'
import type { PlacedPullRequests } from './place-pull-requests.ts'

/** Comments the outcome on the pull request, and on the issues of the plan. Returns the reasons of failures, a sentence each. */
export async function tellOutcome(
  { forge, collected: { plan }, runUrl }: Pick<DeliveryRequest, 'forge' | 'collected' | 'runUrl'>,
  { report, pullRequests }: Delivered,
): Promise<string[]> {
  const { integration } = pullRequests
  const comment = await tryComment(forge, report, integration)
  return [
    ...(comment === undefined ? [] : [`could not comment on the pull request: ${comment}`]),
    ...(await answerIssues(forge, plan, report, task => ({
      pullRequest: tryPullRequest(report, task, pullRequests),
      run: runUrl,
    }))),
  ]
}

/** The pull request with the whole result, or with only this task if there is none. */
function tryPullRequest(
  { tasks: reports }: Report,
  { id }: Task,
  { integration, tasks }: PlacedPullRequests,
): string | undefined {
  const own = reports[id]?.landing === 'landed' ? placedUrl(tasks.get(id)) : undefined
  return placedUrl(integration) ?? own
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
async function answerIssues(
  forge: Forge,
  plan: Plan,
  report: Report,
  toLinks: (task: Task) => RunLinks,
): Promise<string[]> {
  if (!plan.answersIssues) return []
  const problems: string[] = []
  for (const task of plan.tasks) {
    if (task.issue === undefined) continue
    const failure = await forge.comment(task.issue, toIssueAnswer(report, task, toLinks(task)))
    if (failure !== undefined) problems.push(`could not comment on issue #${task.issue}: ${failure}`)
  }
  return problems
}
