import { type ForecastConflict, toConflictKey } from '../../model/forecast-conflict.ts'
import type { RunContext } from '../../run/run-context.ts'
import { readForecastRecord, writeForecastRecord } from './forecast-record.ts'

/** Stores a forecast for others, and announces changes: added and removed pairs, not moved lines. */
export async function announceForecast(
  { paths, emit }: Pick<RunContext, 'paths' | 'emit'>,
  conflicts: readonly ForecastConflict[],
): Promise<void> {
  const before = await readForecastRecord(paths.forecast)
  if (JSON.stringify(before.conflicts) === JSON.stringify(conflicts)) return
  await writeForecastRecord(paths.forecast, { ...before, conflicts })
  const appeared = without(conflicts, before.conflicts)
  const vanished = without(before.conflicts, conflicts)
  emit({ kind: 'forecast', conflicts, appeared, vanished })
}

function without(
  conflicts: readonly ForecastConflict[],
  others: readonly ForecastConflict[],
): ForecastConflict[] {
  const known = new Set(others.map(toConflictKey))
  return conflicts.filter(conflict => !known.has(toConflictKey(conflict)))
}
