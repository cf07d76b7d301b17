import * as z from 'zod'
import { type GitHubClient, type GitHubReader, GitHubRefusal } from '../github/ask-github.ts'

const runSchema = z.object({ id: z.number().int(), status: z.string() })

/** Cancels the unfinished ones of some workflow runs: they hand over their work. Returns them. */
export async function stopRuns(github: GitHubClient, ids: readonly number[]): Promise<number[]> {
  const stopped: number[] = []
  for (const id of ids) {
    if (!(await isRunActive(github, id))) continue
    await github.send('POST', `/actions/runs/${id}/cancel`, {})
    stopped.push(id)
  }
  return stopped
}

/** Whether a workflow run waits or works. */
export async function isRunActive(github: GitHubReader, id: number): Promise<boolean> {
  const run = await tryReadRun(github, id)
  return run !== undefined && run.status !== 'completed'
}

async function tryReadRun(github: GitHubReader, id: number) {
  try {
    return runSchema.parse(await github.get(`/actions/runs/${id}`))
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status === 404) return undefined
    throw error
  }
}
