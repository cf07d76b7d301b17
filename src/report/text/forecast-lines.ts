import { type ForecastConflict, toConflictPlace } from '../../model/forecast-conflict.ts'
import type { IntegrationReport } from '../../model/report.ts'
import { toResolverText } from './conflict-words.ts'
import { toPlainLine } from './text.ts'

/** `scheduler × downloader in src/db.ts:40–52 → rule keys`. */
export function toPairText({ tasks: [a, b], path, lines, expected }: ForecastConflict): string {
  return `${a} × ${b} in ${toPlainLine(toConflictPlace({ path, lines }))}${expected === undefined ? '' : ` → ${toExpectedText(expected)}`}`
}

/** The same as a sentence: "scheduler and downloader will conflict in src/db.ts:40–52 (same lines; expected to be resolved by rule keys)". */
export function toForecastSentence(conflict: ForecastConflict): string {
  return toSentence(conflict, 'will conflict')
}

/** The forecasts of a report, without the pairs whose conflict it tells. */
export function toReportedForecasts({ branch, forecast, conflicts }: IntegrationReport): string[] {
  const isTold = ({ tasks, path }: ForecastConflict) =>
    conflicts.some(told => told.path === path && tasks.every(id => [told.task, ...told.with].includes(id)))
  const verb = branch === null ? 'will conflict' : 'were forecast to conflict'
  return forecast.filter(conflict => !isTold(conflict)).map(conflict => toSentence(conflict, verb))
}

function toSentence({ tasks: [a, b], path, lines, why, expected }: ForecastConflict, verb: string): string {
  const resolved =
    expected == null ? 'no resolver expected' : `expected to be resolved by ${toExpectedText(expected)}`
  return `${a} and ${b} ${verb} in ${toPlainLine(toConflictPlace({ path, lines }))} (${why}${expected === undefined ? '' : `; ${resolved}`})`
}

function toExpectedText(expected: string | null): string {
  return expected === null ? 'left to you' : toPlainLine(toResolverText(expected))
}

/** The first lines, followed by the number of omitted ones. */
export function cutLines(lines: readonly string[], most: number): string[] {
  return lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more`]
}
