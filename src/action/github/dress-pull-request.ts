import * as z from 'zod'
import type { Dress } from '../../jobs/publish/forge.ts'
import { type GitHub, GitHubError } from './github.ts'

const assignedSchema = z.object({ assignees: z.array(z.object({ login: z.string() })).optional() })
const milestonesSchema = z.array(z.object({ number: z.number().int(), title: z.string() }))

type Step = readonly [what: string, isWanted: boolean, step: () => Promise<unknown>]

/** Applies the plan's settings to a pull request, one by one. Returns those that GitHub refused. */
export async function dressPullRequest(github: GitHub, number: number, dress: Dress): Promise<string[]> {
  const { labels, reviewers, assignees, milestone } = dress
  const issue = `/issues/${number}`
  const steps: readonly Step[] = [
    ['labels', labels.length > 0, () => github.ask('POST', `${issue}/labels`, { labels })],
    ['some assignees', assignees.length > 0, () => assign(github, issue, assignees)],
    [
      `the milestone ${milestone}`,
      milestone !== undefined,
      async () => github.ask('PATCH', issue, { milestone: await requireMilestone(github, milestone ?? '') }),
    ],
  ]
  const problems = await listRefusedReviewers(github, number, reviewers)
  for (const [what, isWanted, step] of steps) {
    if (!isWanted) continue
    const failure = await tryStep(step)
    if (failure !== undefined) problems.push(toProblem(number, what, failure))
  }
  return problems
}

function toProblem(number: number, what: string, failure: string): string {
  return `${what} could not be set on pull request #${number}: ${failure}`
}

/** GitHub takes all reviewers or none, so that one who is not a collaborator must not cost the others. */
async function listRefusedReviewers(
  github: GitHub,
  number: number,
  reviewers: readonly string[],
): Promise<string[]> {
  if (reviewers.length === 0) return []
  const failure = await tryStep(() =>
    github.ask('POST', `/pulls/${number}/requested_reviewers`, {
      reviewers: reviewers.filter(name => !name.includes('/')),
      team_reviewers: reviewers.flatMap(name => name.split('/')[1] ?? []),
    }),
  )
  if (failure === undefined) return []
  if (reviewers.length === 1) return [toProblem(number, `the reviewer ${reviewers[0]}`, failure)]
  const problems: string[] = []
  for (const reviewer of reviewers) problems.push(...(await listRefusedReviewers(github, number, [reviewer])))
  return problems
}

/** GitHub silently ignores people who cannot be assigned. */
async function assign(github: GitHub, issue: string, assignees: readonly string[]): Promise<void> {
  const answer = assignedSchema.parse(await github.ask('POST', `${issue}/assignees`, { assignees }))
  const assigned = answer.assignees?.map(({ login }) => login.toLowerCase())
  const ignored = assignees.filter(login => assigned?.includes(login.toLowerCase()) === false)
  if (ignored.length > 0) throw toRefusal(`${ignored.join(', ')} cannot be assigned in this repository`)
}

async function tryStep(step: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await step()
    return undefined
  } catch (error) {
    if (error instanceof GitHubError && !error.isPassing) return error.message
    throw error
  }
}

async function requireMilestone(github: GitHub, title: string): Promise<number> {
  const open = milestonesSchema.parse(await github.ask('GET', '/milestones?state=open&per_page=100'))
  const found = open.find(milestone => milestone.title === title)
  if (found !== undefined) return found.number
  throw toRefusal('there is no open milestone of this title')
}

function toRefusal(message: string): GitHubError {
  return new GitHubError(message, { status: 404, retryAfter: undefined, isPassing: false })
}
