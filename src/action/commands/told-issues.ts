import { findAsker } from '../../commands/comment/find-asker.ts'
import { tellStarted } from '../../commands/comment/tell-issues.ts'
import { type GitHubClient, GitHubRefusal } from '../../commands/github/ask-github.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { tryOpenClient } from '../github/open-client.ts'
import { tryEventPayload } from '../step/event-payload.ts'
import { tryRunUrl } from '../step/run-url.ts'
import type { Step } from '../step/step.ts'

/** The issues that may be told about this workflow run: that of its event, and those that its plan names. */
export async function listToldIssues(
  { env, inputs }: Pick<Step, 'env' | 'inputs'>,
  github: GitHubClient,
  named: readonly number[],
): Promise<number[]> {
  const { isTrusted, issue } = await findAsker(github, {
    name: env.GITHUB_EVENT_NAME ?? '',
    payload: tryEventPayload(env),
    label: inputs.label,
    actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR,
  })
  if (!isTrusted) return []
  return [...new Set([...(issue === undefined ? [] : [issue]), ...named])]
}

/** Tells the issues of a plan that its run has started. A comment that fails stops nothing. */
export async function announceStart(step: Step, { plan }: CheckedPlan): Promise<void> {
  const named = [...new Set(plan.tasks.flatMap(({ issue }) => issue ?? []))]
  const runUrl = tryRunUrl(step.env)
  if (named.length === 0 || runUrl === undefined || !plan.answersIssues || step.inputs.dryRun) return
  const github = tryOpenClient(step)
  if (github === undefined) return
  try {
    const told = await listToldIssues(step, github, named)
    const problems = await tellStarted(
      github,
      told.filter(issue => named.includes(issue)),
      runUrl,
    )
    for (const problem of problems) step.log.line(problem)
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    step.log.line(`could not announce the run on its issues: ${error.message}`)
  }
}
