import type { Report } from '../../model/report.ts'
import type { Review } from '../../model/review.ts'
import { toFindingText } from '../text/findings.ts'
import { toMarkdownText } from './markdown-text.ts'

/** Reviewers' findings and their state: Markdown, a line each. */
export function toReviewStates({ tasks, integration }: Report): string[] {
  return [
    ...Object.entries(tasks).flatMap(([id, { reviews }]) => toStates(`\`${id}\``, reviews)),
    ...toStates('the result', integration.reviews),
  ]
}

/** A finding is addressed if a later round was approved, else open. Remarks came with an approval. */
function toStates(what: string, reviews: readonly Review[]): string[] {
  const last = Math.max(0, ...reviews.map(({ round }) => round))
  const isApproved = reviews
    .filter(({ round }) => round === last)
    .every(({ verdict }) => verdict === 'approve')
  return reviews.flatMap(({ agent, round, verdict, findings, reason }) => {
    const state = verdict === 'approve' ? 'remark' : isApproved && round < last ? 'addressed' : 'open'
    const by = `${what}, ${toMarkdownText(agent)}`
    const unusable = reason === null ? [] : [`**${state}** · ${by}: ${toMarkdownText(reason)}`]
    const found = findings.map(finding => `**${state}** · ${by}: ${toMarkdownText(toFindingText(finding))}`)
    const nothing =
      verdict === 'approve' && findings.length === 0 && round === last ? [`**approved** · ${by}`] : []
    return [...unusable, ...found, ...nothing]
  })
}
