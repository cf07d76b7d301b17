import * as z from 'zod'
import type { Dress } from '../../jobs/publish/forge.ts'
import { type GitHub, GitHubError } from './github.ts'

const milestonesSchema = z.array(z.object({ number: z.number().int(), title: z.string() }))

/** Applies the plan's settings to a pull request, one by one. Returns those that GitHub refused. */
export async function dressPullRequest(github: GitHub, number: number, dress: Dress): Promise<string[]> {
  const { labels, reviewers, assignees, milestone } = dress
  const issue = `/issues/${number}`
  const people = reviewers.filter(name => !name.includes('/'))
  const teams = reviewers.flatMap(name => name.split('/')[1] ?? [])
  const steps: readonly (readonly [what: string, isWanted: boolean, step: () => Promise<unknown>])[] = [
    ['labels', labels.length > 0, () => github.ask('POST', `${issue}/labels`, { labels })],
    [
      `reviewers ${reviewers.join(', ')}`,
      reviewers.length > 0,
      () =>
        github.ask('POST', `/pulls/${number}/requested_reviewers`, {
          reviewers: people,
          team_reviewers: teams,
        }),
    ],
    ['assignees', assignees.length > 0, () => github.ask('POST', `${issue}/assignees`, { assignees })],
    [
      `the milestone ${milestone}`,
      milestone !== undefined,
      async () => github.ask('PATCH', issue, { milestone: await requireMilestone(github, milestone ?? '') }),
    ],
  ]
  const problems: string[] = []
  for (const [what, isWanted, step] of steps) {
    if (!isWanted) continue
    const failure = await tryStep(step)
    if (failure !== undefined) problems.push(`pull request #${number} is without ${what}: ${failure}`)
  }
  return problems
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
  throw new GitHubError('there is no open milestone of this title', {
    status: 404,
    retryAfter: undefined,
    isPassing: false,
  })
}
