import { idPattern } from '../../plan/file/id-pattern.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'

/** The line that passes a lane of the matrix on. */
export const laneExample = `\${{ toJSON(matrix.lane) }}`

/** Reads one entry of the output `lanes`. Undefined where the text is something else. */
export function tryReadLane(text: string): Lane | undefined {
  const value = tryJson(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { id, name, tasks } = value as Partial<Record<string, unknown>>
  if (typeof id !== 'string' || !/^lane-\d+$/.test(id) || typeof name !== 'string') return undefined
  if (!Array.isArray(tasks) || tasks.length === 0) return undefined
  const isId = (task: unknown) => typeof task === 'string' && idPattern.test(task)
  return tasks.every(isId) ? { id, name, tasks } : undefined
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // what it should be is said by whoever asked
  }
}
