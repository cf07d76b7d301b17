import type { RunEvent } from '../../model/run-event.ts'
import { toCost, tryCostText, tryUsageOfTasks } from '../text/cost.ts'
import { toClock, toSpan, toTimeOfDay } from '../text/duration.ts'
import { cutLines, toForecastSentence } from '../text/forecast-lines.ts'
import { toCount, toPlainLine } from '../text/text.ts'

/** An event as a log line (a forecast as several); undefined for events of the live display only. */
export function tryPlainLine(event: RunEvent): string | undefined {
  switch (event.kind) {
    case 'run-started':
      return `${event.plan} · run ${event.run} · ${toCount(event.tasks.length, 'task')} · ${toCount(event.maxParallel, 'agent')}${event.resumed ? ' · resumed' : ''}`
    case 'notice':
      return `note: ${toPlainLine(event.text)}`
    case 'waiting':
      return `${event.task}: waits for ${event.for.join(', ')}`
    case 'attempt-started':
      return `${event.task}: attempt ${event.attempt}`
    case 'refused':
      return `${event.task}: attempt ${event.attempt} refused: ${toPlainLine(event.reason)}`
    case 'transient-error':
      return `${event.task}: ${toPlainLine(event.reason)}; ${event.byOther ? 'another agent continues' : `retrying in ${toSpan(event.seconds)}`}`
    case 'parked':
      return `${event.task}: parked${event.until === null ? '' : ` until ${toTimeOfDay(event.until, Date.now())}`}: ${toPlainLine(event.reason)}`
    case 'sleeping':
      return `the remaining tasks wait for quotas until ${toTimeOfDay(event.until, Date.now())}`
    case 'task-ended':
      return toEndLine(event)
    case 'resolving':
      return `${event.task}: ${event.agent} resolves ${event.paths.map(toPlainLine).join(', ')}`
    case 'forecast':
      return tryForecastLines(event)
    case 'serialized':
      return `${event.task}: waits for ${event.behind}, which changes ${toPlainLine(event.path)}`
    case 'not-merged':
      return `${event.task}: ${event.landing}: ${toPlainLine(event.reason)}`
    case 'tests-started':
      return `testing ${event.what} (run ${event.run})`
    case 'tests-ended':
      return `tests ${event.passed ? 'passed' : 'failed'} after ${toClock(event.seconds)}`
    case 'evicted':
      return `${event.task}: evicted: ${toPlainLine(event.reason)}`
    default:
      return undefined
  }
}

const mostConflicts = 10

function tryForecastLines({
  appeared,
  vanished,
}: Extract<RunEvent, { kind: 'forecast' }>): string | undefined {
  const lines = [
    ...appeared.map(conflict => toForecastSentence(conflict)),
    ...vanished.map(({ tasks: [a, b], path }) => `${a} and ${b} no longer conflict in ${toPlainLine(path)}`),
  ]
  if (lines.length === 0) return undefined
  return cutLines(lines, mostConflicts)
    .map(line => `forecast: ${line}`)
    .join('\n')
}

function toEndLine({ task, result }: Extract<RunEvent, { kind: 'task-ended' }>): string {
  const facts = [
    result.outcome,
    ...(result.startedAt === null ? [] : [toClock(result.seconds)]),
    ...(result.filesChanged === null ? [] : [toCount(result.filesChanged, 'file')]),
    tryCostText(toCost(tryUsageOfTasks([result]))),
    result.reason === null ? undefined : toPlainLine(result.reason),
    result.outcome === 'succeeded' || result.kept === null ? undefined : `kept at ${result.kept}`,
  ]
  return `${task}: ${facts.filter(fact => fact !== undefined).join(' · ')}`
}
