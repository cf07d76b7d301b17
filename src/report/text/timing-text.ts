import type { Report } from '../../model/report.ts'
import { toRunCost, tryCostText } from './cost.ts'
import { toSpan } from './duration.ts'
import type { PlanOverview } from './plan-overview.ts'
import { toCount, toShortList } from './text.ts'

/** Smaller speedups are not mentioned. */
const notableSpeedup = 1.05

/** The run's time compared with sequential tasks and the theoretical minimum, and its cost; empty if neither is known. */
export function toTimingText(report: Report): string {
  const parts = [tryDurations(report), tryCostText(toRunCost(report))]
  return parts.filter(part => part !== undefined).join(' · ')
}

function tryDurations({ timing, resources, tasks }: Report): string | undefined {
  const { wallSeconds, taskSeconds, integrationSeconds, lowerBoundSeconds, speedup } = timing
  if (speedup === null) return undefined
  if (resources !== null && resources.bottleneck !== null) {
    // One after another, they would not have waited.
    const waited = Object.values(tasks).reduce((sum, task) => sum + (task.resources?.waitedSeconds ?? 0), 0)
    return `${toSpan(wallSeconds)} (tasks: ${toSpan(taskSeconds)} in total, with ${toSpan(waited)} of waiting for CPU)`
  }
  if (speedup < notableSpeedup) return `${toSpan(wallSeconds)} (tasks: ${toSpan(taskSeconds)} in total)`
  const alone = toSpan(taskSeconds + integrationSeconds)
  const bound = toSpan(lowerBoundSeconds + integrationSeconds)
  return `${toSpan(wallSeconds)}, ${speedup.toFixed(1)}× as fast as one after another (${alone}); theoretical minimum ${bound}`
}

/** How long a plan takes with some agents, and why not less. */
export function toDurationText({ durations, criticalPath, estimated, tasks }: PlanOverview): string {
  const path = toShortList(criticalPath, ' → ')
  if (estimated === 0) {
    const length = `${criticalPath.length} of ${toCount(tasks.length, 'task')}`
    return `critical path: ${length} (${path}); add \`estimate-minutes\` for durations`
  }
  const parts = durations.map(({ agents, minutes }) => {
    const who = agents === null ? 'unlimited' : toCount(agents, 'agent')
    return `${who} ${Math.round(minutes * 10) / 10} min`
  })
  const missing = tasks.length - estimated
  const guess = missing > 0 ? `; ${toCount(missing, 'task')} without an estimate` : ''
  return `${parts.join(' · ')} (critical path: ${path}${guess})`
}
