import type { Report } from '../../model/report.ts'
import { toRunCost, tryCostText } from './cost.ts'
import { toSpan } from './duration.ts'

/** Smaller speedups are not mentioned. */
const notableSpeedup = 1.05

/** The run's time compared with sequential tasks and the theoretical minimum, and its cost; empty if neither is known. */
export function toTimingText(report: Report): string {
  const parts = [tryDurations(report), tryCostText(toRunCost(report))]
  return parts.filter(part => part !== undefined).join(' · ')
}

function tryDurations({ timing }: Report): string | undefined {
  const { wallSeconds, taskSeconds, integrationSeconds, lowerBoundSeconds, speedup } = timing
  if (speedup === null) return undefined
  if (speedup < notableSpeedup) return `${toSpan(wallSeconds)} (tasks: ${toSpan(taskSeconds)} in total)`
  const alone = toSpan(taskSeconds + integrationSeconds)
  const bound = toSpan(lowerBoundSeconds + integrationSeconds)
  return `${toSpan(wallSeconds)}, ${speedup.toFixed(1)}× as fast as one after another (${alone}); theoretical minimum ${bound}`
}
