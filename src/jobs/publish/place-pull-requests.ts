import { createHash } from 'node:crypto'
import type { Plan, Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import {
  toCommentText,
  toIntegrationText,
  toPullRequestTitle,
  toTaskText,
} from '../../report/markdown/pull-request.ts'
import { toBranchName, toRunRefs } from '../../run/run-refs.ts'
import {
  type Forge,
  mostBodyBytes,
  type OlderPullRequest,
  type PlacedPullRequest,
  type WantedPullRequest,
} from './forge.ts'

/** What was opened for a run. */
export interface PlacedPullRequests {
  /** Undefined when none was wanted, or nothing landed. */
  readonly integration: PlacedPullRequest | undefined
  readonly tasks: ReadonlyMap<TaskId, PlacedPullRequest>
  /** Of earlier runs of the plan. */
  readonly older: readonly OlderPullRequest[]
}

/** The same in every run of a plan for a target, so that the pull request of the next one takes the place of the last. */
function toSubject(plan: Plan, target: string, task: TaskId | null): string {
  const text = JSON.stringify([plan.name, target, task])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** A plan of one task has its name: it was made from an issue, for example. */
function toIntegrationTitle({ name, tasks }: Plan): string {
  const [only, ...others] = tasks
  return toPullRequestTitle(only !== undefined && others.length === 0 ? only.title : name)
}

/** The pull requests that a plan wants for what is at the remote: in the order in which they are opened. */
export function toWantedPullRequests(
  plan: Plan,
  report: Report,
  there: ReadonlySet<string>,
): { readonly task: Task | undefined; readonly wanted: WantedPullRequest }[] {
  const refs = toRunRefs(report.run, plan.branch)
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
      subject: toSubject(plan, report.target, task.id),
      commit: report.tasks[task.id]?.commit ?? '',
      text: toTaskText(report, task, mostBodyBytes),
    },
  })
  const integration = {
    task: undefined,
    wanted: {
      head: toBranchName(refs.integration),
      base: report.target,
      title: toIntegrationTitle(plan),
      subject: toSubject(plan, report.target, null),
      commit: report.integration.commit ?? '',
      text: toIntegrationText(report, plan.tasks, mostBodyBytes),
    },
  }
  return [...(pullRequests !== 'tasks' && hasLanded ? [integration] : []), ...tasks.map(toTask)]
}

/** Opens them, or brings those that are open up to date. What earlier runs have opened for the same is closed. */
export async function placePullRequests(
  forge: Forge,
  wanted: ReturnType<typeof toWantedPullRequests>,
): Promise<PlacedPullRequests> {
  let integration: PlacedPullRequest | undefined
  const tasks = new Map<TaskId, PlacedPullRequest>()
  const older: OlderPullRequest[] = []
  for (const { task, wanted: request } of wanted) {
    const placed = await forge.placePullRequest(request)
    if (task === undefined) integration = placed
    else tasks.set(task.id, placed)
    older.push(...(await forge.closeOlder(request, placed)))
  }
  return { integration, tasks, older }
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
