import type { Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { tryPlanToApprove } from './plans-to-approve.ts'
import { longestSummary, toBeginning, toBranch, toWhy } from './pull-request.ts'

/** Pages of a run on GitHub. */
export interface RunLinks {
  readonly pullRequest: string | undefined
  /** The page of the workflow run. */
  readonly run: string | undefined
}

/** The outcome of an issue's task, for the author of the issue. */
export function toIssueAnswer(report: Report, { id }: Pick<Task, 'id'>, links: RunLinks): string {
  const { pullRequest, run } = links
  const { landing = 'none', summary = null } = report.tasks[id] ?? {}
  const link = run === undefined ? '' : `\n\n[The run](${run}), \`${report.run}\``
  if (landing === 'landed') {
    const says = summary === null ? '' : `\n\nThe agent says: ${toBeginning(summary, longestSummary)}`
    return `${toPlace(report, links)}${says}${link}`
  }
  const rest = pullRequest === undefined ? '' : ` What landed without it: ${pullRequest}.`
  const plan = tryPlanToApprove(report, id)
  if (plan !== undefined) return `Not started yet: its plan waits for you.${rest}${link}\n\n${plan}`
  return `Not done: ${toWhy(report, id)}.${toAdvice(report, id)}${rest}${link}`
}

/** Where the change of a task is that is in the tested result. */
function toPlace(report: Report, { pullRequest, run }: RunLinks): string {
  const { mode, done } = report.integration.land
  if (mode === 'push' && done) return `Done: it is on \`${report.target}\`.`
  if (pullRequest !== undefined) return `The change is proposed in ${pullRequest}.`
  const { branch } = report.integration
  if (mode !== 'none' || branch === null) return `It is in the tested result${toBranch(report)}.`
  const site = run?.replace(/\/actions\/runs\/\d+$/, '')
  const next =
    site === undefined
      ? 'Merge that branch to land it.'
      : `[Open a pull request](${toOpeningUrl(site, report.target, branch)}) for it.`
  return `Done, but not landed: the tested result is on the branch \`${branch}\`, and \`${report.target}\` is unchanged (\`land: none\`). ${next}`
}

/** Failures around a task, not in it, need no other task or plan. */
function toAdvice({ tasks, integration }: Report, id: TaskId): string {
  const { outcome, landing } = tasks[id] ?? {}
  if (outcome === 'cancelled') return ' "Re-run failed jobs" on the page of the run continues it.'
  const isUntested = landing === 'held' && integration.commit === null && integration.testRuns === 0
  return outcome === 'infrastructure-error' || isUntested
    ? ' Once the cause is fixed, "Re-run failed jobs" on the page of the run tries again.'
    : ''
}

/**
 * The page that opens a pull request.
 *
 * @param site Of the repository.
 */
export function toOpeningUrl(site: string, target: string, branch: string): string {
  const [from, to] = [target, branch].map(encodeURIComponent)
  return `${site}/compare/${from}...${to}?expand=1`
}
