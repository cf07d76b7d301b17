import * as z from 'zod'
import type { GitHubClient } from './ask-github.ts'
import { toCommentBody, tryOwnComment } from './own-comment.ts'
import { readPages } from './reading.ts'

const commentsSchema = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullable(),
  }),
)

/** Creates or updates our one comment on an issue or a pull request. */
export async function placeComment(
  github: GitHubClient,
  login: string,
  number: number,
  text: string,
): Promise<void> {
  const body = toCommentBody(text)
  const own = await tryReadOwnComment(github, login, number)
  if (own === undefined) await github.send('POST', `/issues/${number}/comments`, { body })
  else if (own.body !== body) await github.send('PATCH', `/issues/comments/${own.id}`, { body })
}

export async function tryReadOwnComment(github: GitHubClient, login: string, number: number) {
  return tryOwnComment(await readPages(github, `/issues/${number}/comments`, commentsSchema), login)
}
