import type { Report } from '../../model/report.ts'
import type { Comparison } from '../../model/review.ts'
import { toMarkdownText } from './markdown-text.ts'

/** The state of each wish in the issues, as a checklist: Markdown, a line each. */
export function toWishLines({ integration }: Report): string[] {
  return integration.comparisons.flatMap(toLines)
}

function toLines({ issue, agent, wishes, reason }: Comparison): string[] {
  if (reason !== null)
    return [`#${issue} was not compared: ${toMarkdownText(reason)} (${toMarkdownText(agent)})`]
  return wishes.map(({ wish, state, note }) => {
    const why = note === '' ? '' : `: ${toMarkdownText(note)}`
    const box = state === 'beyond' ? '' : state === 'done' ? '[x] ' : '[ ] '
    return `${box}#${issue} **${state}**: ${toMarkdownText(wish)}${why}`
  })
}
