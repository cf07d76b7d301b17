import { type ForecastConflict, toConflictPlace } from '../../model/forecast-conflict.ts'
import { toPlainLine } from './text.ts'

/** `scheduler × downloader in src/db.ts:40–52 → rule keys`. */
export function toPairText({ tasks: [a, b], path, lines, expected }: ForecastConflict): string {
  return `${a} × ${b} in ${toPlainLine(toConflictPlace({ path, lines }))}${expected === undefined ? '' : ` → ${toExpectedText(expected)}`}`
}

/** The same as a sentence: "scheduler and downloader will conflict in src/db.ts:40–52 (same lines; expected to be resolved by rule keys)". */
export function toForecastSentence({ tasks: [a, b], path, lines, why, expected }: ForecastConflict): string {
  const resolved =
    expected == null ? 'no resolver expected' : `expected to be resolved by ${toExpectedText(expected)}`
  return `${a} and ${b} will conflict in ${toPlainLine(toConflictPlace({ path, lines }))} (${why}${expected === undefined ? '' : `; ${resolved}`})`
}

function toExpectedText(expected: string | null): string {
  return expected === null ? 'left to you' : toPlainLine(expected.replace(':', ' '))
}

/** The first lines, followed by the number of omitted ones. */
export function cutLines(lines: readonly string[], most: number): string[] {
  return lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more`]
}
