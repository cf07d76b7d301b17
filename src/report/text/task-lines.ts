import type { Report } from '../../model/report.ts'
import { toCheckoutLines } from './checkout-changes.ts'
import { toReviewLines } from './findings.ts'
import { toNames } from './integration-lines.ts'
import { toMessageLines } from './message-lines.ts'
import { toPlainLine } from './text.ts'

/** Notices about tasks besides their outcomes. */
export function toTaskLines(report: Report): string[] {
  const ofTasks = [
    ...toReviewLines(report),
    ...toTestLines(report),
    ...toCheckoutLines(report),
    ...toNotKeptLines(report),
  ]
  return [...ofTasks, ...toMessageLines(report)]
}

/** Ignored files are deleted with the checkout. */
function toNotKeptLines({ tasks }: Report): string[] {
  return Object.entries(tasks).flatMap(([id, { notKept }]) =>
    notKept === null ? [] : [toPlainLine(`${id}: ${notKept}`)],
  )
}

/** Changes to what the tests prove. */
function toTestLines({ tasks }: Report): string[] {
  return Object.entries(tasks).flatMap(([id, { testDefinitions, weakenedTests }]) => [
    ...(testDefinitions.length === 0
      ? []
      : [toPlainLine(`${id} changed which tests run, or how: ${toNames(testDefinitions)}`)]),
    ...weakenedTests.map(text => toPlainLine(`${id} weakened tests: ${text}`)),
  ])
}
