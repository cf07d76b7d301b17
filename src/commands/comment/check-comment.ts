import * as z from 'zod'
import type { GitHubReader } from '../github/ask-github.ts'
import { mayPush } from '../github/reading.ts'
import type { Comment } from './read-event.ts'

const commentSchema = z.object({ body: z.string(), updated_at: z.string(), created_at: z.string() })

export type CheckedComment =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'forbidden'; readonly why: string }

/**
 * Whether a comment counts as a command: as GitHub has it now, by a user who may push.
 *
 * @param actor The user who started the workflow: not the author if a run was repeated.
 */
export async function checkComment(
  github: GitHubReader,
  comment: Comment,
  actor: string | undefined,
): Promise<CheckedComment> {
  const now = commentSchema.parse(await github.get(`/issues/comments/${comment.id}`))
  if (now.body !== comment.body || now.updated_at !== now.created_at)
    return { kind: 'forbidden', why: 'the comment was edited: write a new one' }
  for (const login of new Set([comment.login, actor ?? comment.login]))
    if (!(await mayPush(github, login))) return { kind: 'forbidden', why: `${login} has no push access here` }
  return { kind: 'allowed' }
}
