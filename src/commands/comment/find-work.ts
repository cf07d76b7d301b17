import type { GitHubClient } from '../github/ask-github.ts'
import { tryReadOwnComment } from '../github/place-comment.ts'
import { toWorkflowRuns } from './find-run.ts'
import { isRunActive } from './stop-runs.ts'

/**
 * Finds for an issue the unfinished workflow run that our comment there links to.
 *
 * @param runUrl The page of this workflow run, which may be repeated: it does not count.
 */
export function toWorkFinder(
  github: GitHubClient,
  runUrl: string,
): (issue: number) => Promise<string | undefined> {
  const own = toWorkflowRuns([runUrl])
  let login: Promise<string> | undefined
  return async issue => {
    login ??= github.viewer()
    const comment = await tryReadOwnComment(github, await login, issue)
    for (const id of toWorkflowRuns([comment?.body ?? '']))
      if (!own.includes(id) && (await isRunActive(github, id)))
        return `workflow run ${id} already works on it: wait for its end, or comment \`/agents stop\` first`
    return undefined
  }
}
