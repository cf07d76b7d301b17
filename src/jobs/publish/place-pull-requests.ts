import { createHash } from 'node:crypto'
import type { Plan, Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { toIntegrationText, toPullRequestTitle, toTaskText } from '../../report/markdown/pull-request.ts'
import { toBranchName, toRunRefs } from '../../run/run-refs.ts'
import {
  type Forge,
  mostBodyBytes,
  type OlderPullRequest,
  type PlacedPullRequest,
  type WantedPullRequest,
} from './forge.ts'

/** The pull requests of a run. */
export interface PlacedPullRequests {
  /** Undefined if none was wanted, or nothing landed. */
  readonly integration: PlacedPullRequest | undefined
  readonly tasks: ReadonlyMap<TaskId, PlacedPullRequest>
  /** Of earlier runs of the plan. */
  readonly older: readonly OlderPullRequest[]
}

/** The same in every run of a plan for a target, so that the next run's pull request replaces the last. */
function toSubject(plan: Plan, target: string, task: TaskId | null): string {
  const text = JSON.stringify([plan.name, target, task])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** A plan of one task has its name, for example from an issue. */
function toIntegrationTitle({ name, tasks }: Plan): string {
  const [only, ...others] = tasks
  return toPullRequestTitle(only !== undefined && others.length === 0 ? only.title : name)
}

export interface WantedFacts {
  readonly plan: Plan
  readonly report: Report
  /** Refs at the remote. */
  readonly there: ReadonlySet<string>
  /** The head branch for the tested result; undefined: the integration branch of the run. */
  readonly head: string | undefined
  /** The content of the plan's template file for descriptions. */
  readonly template: string | undefined
  /** The page of the run. */
  readonly runUrl: string | undefined
}

export interface PlannedPullRequest {
  readonly task: Task | undefined
  readonly wanted: WantedPullRequest
}

/** The subject of the tested result's pull request. */
export function toIntegrationSubject(plan: Plan, target: string): string {
  return toSubject(plan, target, null)
}

/** The pull requests that a plan wants for branches at the remote, in the order of opening. */
export function toWantedPullRequests(facts: WantedFacts): PlannedPullRequest[] {
  const { plan, report, there } = facts
  const refs = toRunRefs(report.run, plan.branch)
  const { pullRequests } = plan.integration
  const hasLanded = report.integration.branch !== null
  const tasks =
    pullRequests === 'integration' ? [] : plan.tasks.filter(({ id }) => there.has(refs.branch(id)))
  const isOfWhole = pullRequests === 'integration' || pullRequests === 'both'
  return [...(isOfWhole && hasLanded ? [toOfWhole(facts)] : []), ...tasks.map(task => toOfTask(facts, task))]
}

function toOfWhole({ plan, report, head, template, runUrl }: WantedFacts): PlannedPullRequest {
  const { title, draft, labels, reviewers, assignees, milestone } = plan.integration.pullRequest
  return {
    task: undefined,
    wanted: {
      head: head ?? toBranchName(toRunRefs(report.run, plan.branch).integration),
      base: report.target,
      title: title ?? toIntegrationTitle(plan),
      subject: toIntegrationSubject(plan, report.target),
      commit: report.integration.commit ?? '',
      text: toIntegrationText({ report, tasks: plan.tasks, runUrl, maxBytes: mostBodyBytes }),
      dress: {
        draft,
        labels,
        reviewers,
        assignees,
        ...(milestone === undefined ? {} : { milestone }),
        ...(template === undefined ? {} : { template }),
      },
    },
  }
}

function toOfTask({ plan, report, there }: WantedFacts, task: Task): PlannedPullRequest {
  const refs = toRunRefs(report.run, plan.branch)
  const [need] = task.needs
  const isStacked =
    plan.integration.pullRequests === 'stacked' &&
    task.needs.length === 1 &&
    there.has(refs.branch(need ?? ''))
  return {
    task,
    wanted: {
      head: toBranchName(refs.branch(task.id)),
      base: isStacked ? toBranchName(refs.branch(need ?? '')) : report.target,
      title: toPullRequestTitle(task.title),
      subject: toSubject(plan, report.target, task.id),
      commit: report.tasks[task.id]?.commit ?? '',
      text: toTaskText(report, task, mostBodyBytes),
      dress: { draft: plan.integration.pullRequest.draft, labels: [], reviewers: [], assignees: [] },
    },
  }
}

/** Opens or updates them. Earlier runs' pull requests with the same subjects are closed. */
export async function placePullRequests(
  forge: Forge,
  wanted: readonly PlannedPullRequest[],
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
