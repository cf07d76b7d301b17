import type { Plan, Task } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { type RunLinks, toIssueAnswer } from '../../report/markdown/issue-answer.ts'
import { toCommentText } from '../../report/markdown/pull-request.ts'
import type { Delivered, DeliveryRequest } from './deliver-result.ts'
import { type Forge, mostBodyBytes, type PlacedPullRequest, placedUrl } from './forge.ts'
import type { PlacedPullRequests } from './place-pull-requests.ts'

/**
 * Comments the outcome on the pull request, on the issues of the plan, and where it was asked for. Returns the reasons of failures, a
 * sentence each.
 *
 * @param asked The issue or pull request with the command for this run, if a comment gave it.
 */
export async function tellOutcome(
  { forge, collected: { plan }, runUrl }: Pick<DeliveryRequest, 'forge' | 'collected' | 'runUrl'>,
  { report, pullRequests }: Delivered,
  asked: number | undefined,
): Promise<string[]> {
  return [
    ...(await tellPages(forge, report, toPages(plan, pullRequests.integration, asked))),
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

/** The pull request, and where the command was given: that may be a closed one, or nothing has landed yet. */
function toPages(
  { answersIssues, tasks }: Plan,
  placed: PlacedPullRequest | undefined,
  asked: number | undefined,
): Set<number> {
  const isAnswered = answersIssues && tasks.some(({ issue }) => issue === asked)
  return new Set([
    ...(placed?.kind === 'placed' ? [placed.number] : []),
    ...(asked === undefined || isAnswered ? [] : [asked]),
  ])
}

/** Comments the state of the run. Returns the reasons of failures, a sentence each. */
async function tellPages(forge: Forge, report: Report, numbers: ReadonlySet<number>): Promise<string[]> {
  const problems: string[] = []
  for (const number of numbers) {
    const failure = await forge.comment(number, toCommentText(report, mostBodyBytes))
    if (failure !== undefined) problems.push(`could not comment on #${number}: ${failure}`)
  }
  return problems
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
