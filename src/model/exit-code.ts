import type { Report } from './report.ts'
import { waitsForPerson } from './task-result.ts'

/**
 * 0 all landed and the tests pass · 1 some branches did not land, or the base's tests fail too · 3 infrastructure · 75 stopped until
 * a quota resets or a plan is approved · 130 interrupted. (2 is for invalid plans and calls, which have no report.)
 */
export function toExitCode(report: Report): number {
  if (report.status === 'landed') return report.integration.tests === 'no-new-failures' ? 1 : 0
  const tasks = Object.values(report.tasks)
  if (report.status === 'cancelled') return report.retryAt === null && !tasks.some(waitsForPerson) ? 130 : 75
  const landed = tasks.some(task => task.landing === 'landed')
  const { problem, reviews, tests } = report.integration
  const isRejected = reviews.some(({ verdict }) => verdict !== 'approve')
  const broken = problem !== null && tests === 'none' && !isRejected
  const allBroken = tasks.every(({ outcome }) => outcome === 'infrastructure-error' || outcome === 'blocked')
  return !landed && (broken || allBroken) ? 3 : 1
}
