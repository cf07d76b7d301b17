import * as z from 'zod'
import type { GitHubClient } from '../github/ask-github.ts'
import { tryReadOwnComment } from '../github/place-comment.ts'

export const pullSchema = z.object({
  number: z.number().int(),
  node_id: z.string(),
  body: z.string().nullable(),
  state: z.string(),
  draft: z.boolean().optional(),
  user: z.object({ login: z.string() }).nullable(),
  head: z.object({ sha: z.string() }),
  base: z.object({ ref: z.string() }),
})
export type Pull = Readonly<z.output<typeof pullSchema>>

const section = /<!-- parallel-agents: begin -->([\s\S]*?)<!-- parallel-agents: end -->/
const runId = /\b\d{8}-\d{6}-[0-9a-f]{4}\b/
const workflowRun = /\/actions\/runs\/(\d+)\b/g

/** Our section in the description of our pull request; undefined: another author opened it. */
export function tryOwnSection({ body, user }: Pull, login: string): string | undefined {
  return user?.login === login ? section.exec(body ?? '')?.[1] : undefined
}

export const foreignPullText =
  'this pull request was not opened by parallel-agents: comment on an issue instead'

/** Our texts on an issue or a pull request, the newest last. */
export async function readOwnTexts(
  github: GitHubClient,
  login: string,
  number: number,
  isOnPull: boolean,
): Promise<string[]> {
  const pull = isOnPull ? pullSchema.parse(await github.get(`/pulls/${number}`)) : undefined
  const own = pull === undefined ? undefined : tryOwnSection(pull, login)
  const comment = await tryReadOwnComment(github, login, number)
  return [own, comment?.body].filter(text => typeof text === 'string')
}

/** The last run that texts mention. */
export function tryRunId(texts: readonly string[]): string | undefined {
  return texts.flatMap(text => runId.exec(text)?.[0] ?? []).at(-1)
}

/** The workflow runs that texts link to. */
export function toWorkflowRuns(texts: readonly string[]): number[] {
  return [...new Set(texts.flatMap(text => [...text.matchAll(workflowRun)].map(match => Number(match[1]))))]
}
