import { type ForecastConflict, toConflictKey } from '../../model/forecast-conflict.ts'
import type { RunContext } from '../../run/run-context.ts'
import { readForecastRecord, writeForecastRecord } from './forecast-record.ts'

/** Stores a forecast where others can read it, and says what is new in it: pairs that appeared or vanished, not lines that moved. */
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
