import type { AgentReader } from '../output/agent-reader.ts'
import { type Progress, ProgressFollower } from './progress-file.ts'

export interface WatchRequest {
  readonly progressPath: string
  readonly reader: AgentReader
  onActivity(text: string): void
  onProgress(progress: Progress): void
  /** Called after lines that may have changed the reader's state, at most five times a second. */
  onRead(): void
}

const pollMilliseconds = 200

/** Follows the output and progress of a running agent. */
export class OutputWatch {
  private readonly request: WatchRequest
  private readonly progressFile: ProgressFollower
  private readonly timer: NodeJS.Timeout
  private shown: Progress = { percent: null, message: null }
  /** The last activity that is not reported yet. */
  private activity: string | undefined
  private hasRead = false
  private readonly startedAt = performance.now()
  private heardAt = this.startedAt

  constructor(request: WatchRequest) {
    this.request = request
    this.progressFile = new ProgressFollower(request.progressPath)
    this.timer = setInterval(() => this.tell(), pollMilliseconds)
  }

  /** Takes lines of the agent's output. */
  take(lines: readonly string[]): void {
    for (const line of lines) this.activity = this.request.reader.take(line) ?? this.activity
    this.hasRead ||= lines.length > 0
    this.heardAt = performance.now()
  }

  seconds(): number {
    return (performance.now() - this.startedAt) / 1000
  }

  /** Seconds since the last output. */
  quietSeconds(): number {
    return (performance.now() - this.heardAt) / 1000
  }

  /** Reports the rest and ends the watch. */
  finish(): void {
    clearInterval(this.timer)
    this.tell()
  }

  private tell(): void {
    if (this.activity !== undefined) this.request.onActivity(this.activity)
    if (this.hasRead) this.request.onRead()
    this.activity = undefined
    this.hasRead = false
    const told = this.progressFile.read()
    const progress = { ...told, percent: told.percent ?? this.request.reader.percent ?? null }
    const { percent, message } = this.shown
    if (progress.percent !== percent || progress.message !== message) this.request.onProgress(progress)
    this.shown = progress
  }
}
