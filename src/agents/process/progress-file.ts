import { toActivity } from '../output/activity.ts'
import { LogFollower } from './log-file.ts'

/** Progress reported by an agent. */
export interface Progress {
  readonly percent: number | null
  readonly message: string | null
}

/** Reads the lines `{"percent": 40, "message": "…"}` that an agent appends to its progress file. Other lines are ignored. */
export class ProgressFollower {
  private readonly file: LogFollower
  private current: Progress = { percent: null, message: null }

  constructor(path: string) {
    this.file = new LogFollower(path, 0)
  }

  /** The latest progress. A line with only one of the two fields leaves the other unchanged. */
  read(): Progress {
    for (const line of this.file.readLines()) this.current = { ...this.current, ...toProgress(line) }
    return this.current
  }
}

function toProgress(line: string): Partial<Progress> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return {} // not a line in the expected format
  }
  const { percent, message } = (value ?? {}) as Record<string, unknown>
  return {
    ...(typeof percent === 'number' && Number.isFinite(percent)
      ? { percent: Math.min(100, Math.max(0, percent)) }
      : {}),
    ...(typeof message === 'string' ? { message: toActivity(message) ?? null } : {}),
  }
}
