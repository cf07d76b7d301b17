import type { OutputReader } from './agent-output.ts'
import { type Progress, ProgressFollower } from './progress-file.ts'

export interface WatchRequest {
  readonly progressPath: string
  readonly reader: OutputReader
  onActivity(text: string): void
  onProgress(progress: Progress): void
}

export interface OutputWatch {
  /** Takes lines that the agent has printed. */
  readonly take: (lines: readonly string[]) => void
  /** Takes the last progress and ends the watch. */
  readonly finish: () => void
}

const pollMilliseconds = 200

/** Follows what an agent prints and reports. */
export function watchOutput(watch: WatchRequest): OutputWatch {
  const progressFile = new ProgressFollower(watch.progressPath)
  let shown: Progress = { percent: null, message: null }
  const timer = setInterval(takeProgress, pollMilliseconds)
  return { take, finish }

  function finish(): void {
    clearInterval(timer)
    takeProgress()
  }

  function take(lines: readonly string[]): void {
    for (const line of lines) {
      const activity = watch.reader.take(line)
      if (activity !== undefined) watch.onActivity(activity)
    }
  }

  function takeProgress(): void {
    const progress = progressFile.read()
    if (progress.percent !== shown.percent || progress.message !== shown.message) watch.onProgress(progress)
    shown = progress
  }
}
