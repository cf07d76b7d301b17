import * as z from 'zod'
import { type GitHubClient, GitHubRefusal } from './ask-github.ts'
import { toCommentBody, tryOwnComment } from './own-comment.ts'
import { readPages } from './reading.ts'

const commentsSchema = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    updated_at: z.string().nullish(),
    user: z.object({ login: z.string() }).nullable(),
  }),
)

/** Creates or updates our one comment on an issue or a pull request. Returns the reason if it takes none: it is locked or deleted. */
export async function placeComment(
  github: GitHubClient,
  login: string,
  number: number,
  text: string,
): Promise<string | undefined> {
  const body = toCommentBody(text)
  return tryOnOpen(async () => {
    const own = await tryReadOwnComment(github, login, number)
    if (own === undefined) await github.send('POST', `/issues/${number}/comments`, { body })
    else if (own.body !== body) await github.send('PATCH', `/issues/comments/${own.id}`, { body })
  })
}

/** Does something that locked and deleted issues do not take. Returns the reason. */
export async function tryOnOpen(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof GitHubRefusal && isClosedToComments(error)) return error.message
    throw error
  }
}

/** Of a request for a comment or a reaction. */
export function isClosedToComments({
  status,
  message,
}: {
  readonly status: number
  readonly message: string
}): boolean {
  return status === 410 || (status === 403 && /issue is locked/i.test(message))
}

export async function tryReadOwnComment(github: GitHubClient, login: string, number: number) {
  return tryOwnComment(await readPages(github, `/issues/${number}/comments`, commentsSchema), login)
}
