import type { GitHubError } from './github.ts'

/** GitHub's message, and how to fix the cause. */
export function withAdvice({ message, status }: GitHubError): string {
  if (/not permitted to create or approve pull requests/i.test(message))
    return `${message}\nAllow it: Settings → Actions → General → "Allow GitHub Actions to create and approve pull requests". Or pass the token of an app or a person as \`github-token\`.`
  if (status === 403 && /not accessible/i.test(message))
    return `${message}\nGive the job that publishes:\n    permissions: { contents: write, issues: write, pull-requests: write }`
  if (status === 401) return `${message}\nThe token is invalid or expired: app tokens expire after an hour.`
  return message
}
