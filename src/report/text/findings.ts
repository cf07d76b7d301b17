import type { Report } from '../../model/report.ts'
import type { Finding, Review } from '../../model/review.ts'
import { toPlainLine } from './text.ts'

/** "src/a.ts:12 (error): the last item is left out". */
export function toFindingText({ path, line, severity, text }: Finding): string {
  const place = path === null ? '' : line === null ? path : `${path}:${line}`
  return toPlainLine(`${place === '' ? '' : `${place} `}(${severity}): ${text}`).trim()
}

/** Reviewers' findings, a line each: the last round of every task, and those on the result. */
export function toReviewLines({ tasks, integration }: Report): string[] {
  const ofWhole = integration.reviews.flatMap(({ agent, findings }) =>
    findings.map(finding => `review of the result by ${agent}: ${toFindingText(finding)}`),
  )
  const ofTasks = Object.entries(tasks).flatMap(([id, { reviews }]) => {
    const last = Math.max(0, ...reviews.map(({ round }) => round))
    const found = reviews.filter(({ round }) => round === last)
    return found.flatMap(({ agent, findings, reason }) => [
      ...(reason === null ? [] : [toPlainLine(`review of ${id} by ${agent}: ${reason}`)]),
      ...findings.map(finding => `review of ${id} by ${agent}: ${toFindingText(finding)}`),
    ])
  })
  return [...ofTasks, ...ofWhole]
}

/**
 * Why reviews that do not approve refuse the work, in one line.
 *
 * @param what `the review`, or `the review of the result`.
 */
export function toReviewReason(what: string, reviews: readonly Review[]): string {
  const unreadable = reviews.find(({ verdict }) => verdict === 'unreadable')
  if (unreadable !== undefined) return `${what} by ${unreadable.agent} is invalid: ${unreadable.reason}`
  const names = [...new Set(reviews.map(({ agent }) => agent))].join(' and ')
  const [first, ...others] = reviews.flatMap(({ findings }) => findings)
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  return `${what} by ${names} requests changes: ${first === undefined ? '' : toFindingText(first)}${more}`
}
