import type { Plan, Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import {
  toCommentText,
  toIntegrationText,
  toPullRequestTitle,
  toTaskText,
} from '../../report/markdown/pull-request.ts'
import { toBranchName, toRunRefs } from '../../run/run-refs.ts'
import { type Forge, mostBodyBytes, type PlacedPullRequest, type WantedPullRequest } from './forge.ts'

/** What was opened for a run. */
export interface PlacedPullRequests {
  /** Undefined when none was wanted, or nothing landed. */
  readonly integration: PlacedPullRequest | undefined
  readonly tasks: ReadonlyMap<TaskId, PlacedPullRequest>
}

/** The pull requests that a plan wants for what is at the remote: in the order in which they are opened. */
export function toWantedPullRequests(
  plan: Plan,
  report: Report,
  there: ReadonlySet<string>,
): { readonly task: Task | undefined; readonly wanted: WantedPullRequest }[] {
  const refs = toRunRefs(report.run)
  const { pullRequests } = plan.integration
  const hasLanded = report.integration.branch !== null
  const tasks =
    pullRequests === 'integration' ? [] : plan.tasks.filter(({ id }) => there.has(refs.branch(id)))
  const toTask = (task: Task) => ({
    task,
    wanted: {
      head: toBranchName(refs.branch(task.id)),
      base: report.target,
      title: toPullRequestTitle(task.title),
      text: toTaskText(report, task, mostBodyBytes),
    },
  })
  const integration = {
    task: undefined,
    wanted: {
      head: toBranchName(refs.integration),
      base: report.target,
      title: toPullRequestTitle(plan.name),
      text: toIntegrationText(report, plan.tasks, mostBodyBytes),
    },
  }
  return [...(pullRequests !== 'tasks' && hasLanded ? [integration] : []), ...tasks.map(toTask)]
}

/** Opens them, or brings those that are open up to date. */
export async function placePullRequests(
  forge: Forge,
  wanted: ReturnType<typeof toWantedPullRequests>,
): Promise<PlacedPullRequests> {
  let integration: PlacedPullRequest | undefined
  const tasks = new Map<TaskId, PlacedPullRequest>()
  for (const { task, wanted: request } of wanted) {
    const placed = await forge.placePullRequest(request)
    if (task === undefined) integration = placed
    else tasks.set(task.id, placed)
  }
  return { integration, tasks }
}

/** Says on a pull request how the run stands. Answers with why that failed. */
export async function tryComment(
  forge: Forge,
  report: Report,
  placed: PlacedPullRequest | undefined,
): Promise<string | undefined> {
  if (placed?.kind !== 'placed') return undefined
  return forge.comment(placed.number, toCommentText(report, mostBodyBytes))
}
