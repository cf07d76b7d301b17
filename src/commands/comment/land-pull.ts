import * as z from 'zod'
import { type GitHubClient, GitHubRefusal } from '../github/ask-github.ts'
import { foreignPullText, pullSchema, tryOwnSection } from './find-run.ts'

const comparison = z.object({ behind_by: z.number().int() })

/**
 * Merges our pull request if the merge would be exactly the tested tree: no commits were added, and the target is still the run's
 * base. Returns the reason if not.
 */
export async function tryLandPull(
  github: GitHubClient,
  login: string,
  number: number,
): Promise<string | undefined> {
  const pull = pullSchema.parse(await github.get(`/pulls/${number}`))
  const tested = / at ([0-9a-f]{40,64}) -->/.exec(tryOwnSection(pull, login) ?? '')?.[1]
  if (tested === undefined) return foreignPullText
  if (pull.state !== 'open') return 'it is not open'
  if (pull.head.sha !== tested) return 'its branch has commits that were not tested: merge it by hand'
  const range = `${encodeURIComponent(pull.base.ref)}...${tested}`
  const { behind_by: behind } = comparison.parse(await github.get(`/compare/${range}`))
  if (behind > 0)
    return `${pull.base.ref} has moved since it was tested: \`/agents run\` rebuilds and tests the result`
  try {
    if (pull.draft === true) await markReady(github, pull.node_id)
    await github.send('PUT', `/pulls/${number}/merge`, { sha: tested, merge_method: 'merge' })
    return undefined
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status !== 0) return error.message
    throw error
  }
}

/** REST cannot do it. */
function markReady(github: GitHubClient, id: string): Promise<unknown> {
  return github.query(
    `mutation { markPullRequestReadyForReview(input: { pullRequestId: ${JSON.stringify(id)} }) { clientMutationId } }`,
  )
}
