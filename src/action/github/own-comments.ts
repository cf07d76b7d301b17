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

/** Our one comment on each issue and pull request. */
export class OwnComments {
  private login: string | undefined

  /** Creates or updates it. */
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

/** The token's account. REST only answers people, not the tokens of workflows or apps. */
async function fetchLogin(github: GitHub): Promise<string> {
  return viewerSchema.parse(await github.query('query { viewer { login } }')).viewer.login
}
