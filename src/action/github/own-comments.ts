import * as z from 'zod'
import { toCommentBody, tryOwnComment } from '../../commands/github/own-comment.ts'
import type { GitHub } from './github.ts'

const commentsSchema = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    user: z
      .object({ login: z.string() })
      .nullish()
      .transform(user => user ?? null),
  }),
)
const viewerSchema = z.object({ viewer: z.object({ login: z.string() }) })

const pageSize = 100
const mostPages = 30

/** The one comment of ours on each issue and pull request. */
export class OwnComments {
  private login: string | undefined

  /** Writes it, or brings it up to date. */
  async place(github: GitHub, number: number, text: string): Promise<void> {
    const body = toCommentBody(text)
    const own = await this.tryFind(github, number)
    if (own === undefined) await github.ask('POST', `/issues/${number}/comments`, { body })
    else if (own.body !== body) await github.ask('PATCH', `/issues/comments/${own.id}`, { body })
  }

  private async tryFind(github: GitHub, number: number) {
    this.login ??= await fetchLogin(github)
    for (let page = 1; page <= mostPages; page++) {
      const query = `per_page=${pageSize}&page=${page}`
      const comments = commentsSchema.parse(await github.ask('GET', `/issues/${number}/comments?${query}`))
      const own = tryOwnComment(comments, this.login)
      if (own !== undefined || comments.length < pageSize) return own
    }
    return undefined
  }
}

/** The account of the token. REST tells it only to people, and not to the token of a workflow or an app. */
async function fetchLogin(github: GitHub): Promise<string> {
  return viewerSchema.parse(await github.query('query { viewer { login } }')).viewer.login
}
