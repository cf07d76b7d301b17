import { toClock, toSpan, tryCostText } from './duration.ts'
import type { RunEvent } from './run-event.ts'
import { toCount, toPlainLine } from './text.ts'

/** An event as one line for a log; undefined for what is only worth showing live. */
export function tryPlainLine(event: RunEvent): string | undefined {
  switch (event.kind) {
    case 'run-started':
      return `${event.plan} · run ${event.run} · ${toCount(event.tasks.length, 'task')} · ${toCount(event.maxParallel, 'agent')}${event.resumed ? ' · resumed' : ''}`
    case 'notice':
      return `note: ${toPlainLine(event.text)}`
    case 'attempt-started':
      return `${event.task}: attempt ${event.attempt}`
    case 'refused':
      return `${event.task}: attempt ${event.attempt} refused: ${toPlainLine(event.reason)}`
    case 'trouble':
      return `${event.task}: ${toPlainLine(event.reason)}; tried again in ${toSpan(event.seconds)}`
    case 'task-ended':
      return toEndLine(event)
    case 'resolving':
      return `${event.task}: ${event.agent} resolves ${event.paths.map(toPlainLine).join(', ')}`
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

function toEndLine({ task, result }: Extract<RunEvent, { kind: 'task-ended' }>): string {
  const facts = [
    result.outcome,
    ...(result.startedAt === null ? [] : [toClock(result.seconds)]),
    ...(result.filesChanged === null ? [] : [toCount(result.filesChanged, 'file')]),
    tryCostText(result.costUsd),
    result.reason === null ? undefined : toPlainLine(result.reason),
    result.outcome === 'succeeded' || result.kept === null ? undefined : `kept at ${result.kept}`,
  ]
  return `${task}: ${facts.filter(fact => fact !== undefined).join(' · ')}`
}
