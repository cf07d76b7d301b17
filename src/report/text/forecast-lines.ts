import { type ForecastConflict, toPlace } from '../../model/forecast-conflict.ts'
import { toPlainLine } from './text.ts'

/** `scheduler × downloader in src/db.ts:40–52`. */
export function toPairText({ tasks: [a, b], path, lines }: ForecastConflict): string {
  return `${a} × ${b} in ${toPlainLine(toPlace({ path, lines }))}`
}

/** The same as a sentence: "scheduler and downloader will conflict in src/db.ts:40–52 (same lines)". */
export function toForecastSentence({ tasks: [a, b], path, lines, why }: ForecastConflict): string {
  return `${a} and ${b} will conflict in ${toPlainLine(toPlace({ path, lines }))} (${why})`
}

/** At most so many lines, the last one of which says how many more there are. */
export function cutLines(lines: readonly string[], most: number): string[] {
  return lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more`]
}
