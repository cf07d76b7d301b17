import type { GitHubClient } from '../github/ask-github.ts'
import { placeComment } from '../github/place-comment.ts'
import type { LeftIssue } from './sort-issues.ts'

/**
 * Asks on each issue for what its text lacks, in our one comment. Returns the issues that got a question.
 *
 * @param next What to do once the text is complete, for its author.
 */
export async function askAuthors(
  github: GitHubClient,
  left: readonly LeftIssue[],
  next: string,
): Promise<number[]> {
  const vague = left.filter(({ missing }) => missing.length > 0)
  if (vague.length === 0) return []
  const login = await github.viewer()
  for (const issue of vague) await placeComment(github, login, issue.number, toQuestion(issue, next))
  return vague.map(({ number }) => number)
}

/** A label approves the text that an issue has at that time. */
export function toApproveAgain(label: string): string {
  return `Then someone with push access removes the label \`${label}\` and adds it again: that approves the new text.`
}

export function toQuestion({ missing }: Pick<LeftIssue, 'missing'>, next: string): string {
  const question = `No agent works on this issue yet: it does not say ${missing.join(' and ')}.

Please edit its text: what should change, and how can we tell that it is done? These are optional:

    files:
    - src/greeting/**

    \`\`\`test
    npm test -- greeting
    \`\`\`

    depends on #1`
  return next === '' ? question : `${question}\n\n${next}`
}
