import { createHash } from 'node:crypto'
import type { Plan, Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import {
  toCommentText,
  toIntegrationText,
  toIssueAnswer,
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

export interface WantedFacts {
  readonly plan: Plan
  readonly report: Report
  /** Refs that are at the remote. */
  readonly there: ReadonlySet<string>
  /** The branch that the tested result is proposed from; undefined: the integration branch of the run. */
  readonly head: string | undefined
  /** The content of the file that the plan names for descriptions. */
  readonly template: string | undefined
  /** Where the run can be looked at. */
  readonly runUrl: string | undefined
}

export interface PlannedPullRequest {
  readonly task: Task | undefined
  readonly wanted: WantedPullRequest
}

/** The subject of the pull request for the tested result. */
export function toIntegrationSubject(plan: Plan, target: string): string {
  return toSubject(plan, target, null)
}

/** The pull requests that a plan wants for what is at the remote: in the order in which they are opened. */
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

/** Opens them, or brings those that are open up to date. What earlier runs have opened for the same is closed. */
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

/** Says on a pull request how the run stands. Answers with why that failed. */
export async function tryComment(
  forge: Forge,
  report: Report,
  placed: PlacedPullRequest | undefined,
): Promise<string | undefined> {
  if (placed?.kind !== 'placed') return undefined
  return forge.comment(placed.number, toCommentText(report, mostBodyBytes))
}

/** Tells each issue how its task ended. Answers with why that failed, a sentence each. */
export async function answerIssues(
  forge: Forge,
  plan: Plan,
  report: Report,
  links: { readonly pullRequest: string | undefined; readonly run: string | undefined },
): Promise<string[]> {
  if (!plan.answersIssues) return []
  const problems: string[] = []
  for (const task of plan.tasks) {
    if (task.issue === undefined) continue
    const failure = await forge.comment(task.issue, toIssueAnswer(report, task, links))
    if (failure !== undefined)
      problems.push(`issue #${task.issue} is not told how its task ended: ${failure}`)
  }
  return problems
}
