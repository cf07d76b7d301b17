import * as z from 'zod'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import { readPlan } from '../../plan/schema/read-plan.ts'
import { toStoredText } from '../../plan/schema/stored-plan.ts'
import { type PlanFromIssues, planFromIssues } from '../from-issues/plan-from-issues.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { fillPrompts } from '../prompts/fill-prompts.ts'
import { toWorkFinder } from './find-work.ts'

export interface IssuePlanRequest {
  readonly repository: Repository
  readonly github: GitHubClient
  /** With the token. */
  readonly env: Environment
  readonly settings: PlanSettings | undefined
  readonly query: string
  readonly runUrl: string
  /** Set if a comment ordered it: later edits are not used. */
  readonly orderedAt: string | undefined
  /** Whether it is only shown: then it does not matter who works on the issues. */
  readonly isPreview: boolean
}

export interface FilledIssuePlan extends PlanFromIssues {
  /** The plan with all prompts; undefined if there are no tasks. */
  readonly filled: string | undefined
  /** Whether issues are told how their tasks end. */
  readonly answersIssues: boolean
}

/** The plan of issues with their current texts. */
export async function fillIssuePlan(request: IssuePlanRequest): Promise<FilledIssuePlan> {
  const { repository, github, env, query, runUrl, orderedAt } = request
  const settings = orderedAt === undefined ? request.settings : withoutLabel(request.settings)
  const findWork = request.isPreview ? async () => undefined : toWorkFinder(github, runUrl)
  const made = await planFromIssues({ repository, github, query, settings, findWork })
  if (made.text === undefined) return { ...made, filled: undefined, answersIssues: true }
  const checked = readPlan({
    name: 'the plan of the issues',
    text: made.text,
    readPrompt: () => undefined,
    isFolder: () => false,
  })
  const { file, order, plan, notices } = await fillPrompts(checked, repository, env)
  if (orderedAt !== undefined)
    for (const { issue } of made.tasks) await requireUnchanged(github, issue.number, orderedAt)
  return {
    ...made,
    notices: [...made.notices, ...notices],
    filled: toStoredText(file, order),
    answersIssues: plan.answersIssues,
  }
}

/** The comment of a user who may push approves the issue: no label is needed. */
function withoutLabel(settings: PlanSettings | undefined): PlanSettings | undefined {
  const issues = settings?.issues
  if (typeof issues !== 'object' || issues === null) return settings
  const { label: _, ...others } = issues as Record<string, unknown>
  return { ...settings, issues: others }
}

const editedSchema = z.object({
  data: z.object({
    repository: z.object({ issue: z.object({ lastEditedAt: z.string().nullable() }) }),
  }),
})

/** Checked after reading the text, so that no edit slips in. */
async function requireUnchanged(github: GitHubClient, number: number, orderedAt: string): Promise<void> {
  const answer = await github.ask(`issue(number: ${number}) { lastEditedAt }`)
  const { lastEditedAt } = editedSchema.parse(answer).data.repository.issue
  if (lastEditedAt === null || Date.parse(lastEditedAt) < Date.parse(orderedAt)) return
  throw new RefusedError(
    `issue #${number} was edited at ${lastEditedAt}, after the comment: read it again, and write another comment`,
  )
}
