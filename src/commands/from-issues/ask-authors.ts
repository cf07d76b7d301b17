import type { GitHubClient } from '../github/ask-github.ts'
import { placeComment } from '../github/place-comment.ts'
import type { LeftIssue } from './sort-issues.ts'

/** Asks on each issue for what its text lacks, in our one comment. Returns the issues that got a question. */
export async function askAuthors(github: GitHubClient, left: readonly LeftIssue[]): Promise<number[]> {
  const vague = left.filter(({ missing }) => missing.length > 0)
  if (vague.length === 0) return []
  const login = await github.viewer()
  for (const issue of vague) await placeComment(github, login, issue.number, toQuestion(issue))
  return vague.map(({ number }) => number)
}

function toQuestion({ missing }: LeftIssue): string {
  return `No agent works on this issue yet: it does not say ${missing.join(' and ')}.

Please edit its text: what should change, and how can we tell that it is done? These are optional:

    files:
    - src/greeting/**

    \`\`\`test
    npm test -- greeting
    \`\`\`

    depends on #1`
}
