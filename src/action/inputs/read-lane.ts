import { idPattern } from '../../plan/file/id-pattern.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'

/** The line that passes a matrix entry to the action. */
export const laneExample = `\${{ toJSON(matrix.lane) }}`

/** Reads one entry of the output `lanes`. Undefined for any other text. */
export function tryReadLane(text: string): Lane | undefined {
  const value = tryJson(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { id, name, tasks, slots, settled } = value as Partial<Record<string, unknown>>
  if (typeof id !== 'string' || !/^lane-\d+$/.test(id) || typeof name !== 'string') return undefined
  if (!isIdList(tasks) || tasks.length === 0) return undefined
  if (slots !== undefined && !(Number.isInteger(slots) && (slots as number) >= 1)) return undefined
  if (settled !== undefined && !isIdList(settled)) return undefined
  const shared = slots === undefined ? {} : { slots: slots as number }
  return { id, name, tasks, ...shared, ...(settled === undefined ? {} : { settled }) }
}

function isIdList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string' && idPattern.test(item))
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the caller reports what it should be
  }
}
