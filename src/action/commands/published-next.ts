import { type OlderPullRequest, placedUrl } from '../../jobs/publish/forge.ts'
import type { Publication } from '../../jobs/publish/publication.ts'
import { toMarkdownText } from '../../report/markdown/markdown-text.ts'

/** What to look at or configure after publishing a run, as Markdown. */
export function toPublishedNext({ pullRequests, problems }: Publication): string {
  const { integration, tasks } = pullRequests
  const all = [integration, ...tasks.values()]
  const links = [
    ...toLink('the tested result', placedUrl(integration)),
    ...[...tasks].flatMap(([task, placed]) => toLink(`\`${task}\``, placedUrl(placed))),
  ]
  const isByActions = all.some(placed => placed?.kind === 'placed' && placed.isByActions)
  const parts = [
    ...(links.length === 0 ? [] : ['### Pull requests', links.join('\n')]),
    ...(pullRequests.older.length === 0 ? [] : [pullRequests.older.map(toOlderLine).join('\n')]),
    ...(isByActions ? [checksNotice] : []),
    ...(problems.length === 0
      ? []
      : ['### Not published', problems.map(problem => `- ${toMarkdownText(problem)}`).join('\n')]),
  ]
  return parts.join('\n\n')
}

const checksNotice =
  'They were opened with the token of this workflow, so GitHub starts no other workflow for them until a person approves it. For ' +
  'checks that start automatically, pass the token of an app or of a person as `github-token`.'

function toOlderLine(older: OlderPullRequest): string {
  return older.kind === 'closed'
    ? `- of an earlier run, closed: ${older.url}`
    : `- of an earlier run, left open, because ${older.reason}: ${older.url}`
}

function toLink(what: string, url: string | undefined): string[] {
  return url === undefined ? [] : [`- ${what}: ${url}`]
}
