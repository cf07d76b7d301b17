import * as z from 'zod'
import type { GitHubClient } from '../github/ask-github.ts'
import { toCommentBody, tryOwnComment } from '../github/own-comment.ts'
import { readPages } from '../github/reading.ts'
import type { LeftIssue } from './sort-issues.ts'

const commentsSchema = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullable(),
  }),
)

/** Asks on each issue for what its text does not say, in the one comment of ours. Answers with those that were asked. */
export async function askAuthors(github: GitHubClient, left: readonly LeftIssue[]): Promise<number[]> {
  const vague = left.filter(({ missing }) => missing.length > 0)
  if (vague.length === 0) return []
  const login = await github.viewer()
  for (const issue of vague) await placeComment(github, login, issue.number, toQuestion(issue))
  return vague.map(({ number }) => number)
}

async function placeComment(
  github: GitHubClient,
  login: string,
  number: number,
  text: string,
): Promise<void> {
  const body = toCommentBody(text)
  const own = tryOwnComment(await readPages(github, `/issues/${number}/comments`, commentsSchema), login)
  if (own === undefined) await github.send('POST', `/issues/${number}/comments`, { body })
  else if (own.body !== body) await github.send('PATCH', `/issues/comments/${own.id}`, { body })
}

function toQuestion({ missing }: LeftIssue): string {
  return `No agent works on this issue yet: it does not say ${missing.join(' and ')}.

Please edit its text: what should be different afterwards, and how can one tell that it is done? These are optional:

    files:
    - src/greeting/**

    \`\`\`test
    npm test -- greeting
    \`\`\`

    depends on #1`
}
