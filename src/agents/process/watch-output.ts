import type { OutputReader } from './agent-output.ts'
import { LogFollower } from './log-file.ts'
import { type Progress, ProgressFollower } from './progress-file.ts'

export interface OutputWatch {
  readonly logPath: string
  /** Where the output begins in the log, in bytes. */
  readonly logOffset: number
  readonly progressPath: string
  readonly reader: OutputReader
  onActivity(text: string): void
  onProgress(progress: Progress): void
}

const pollMilliseconds = 200

/** Follows what a running agent prints and reports. The function that it answers with takes the rest and ends it. */
export function watchOutput(watch: OutputWatch): () => void {
  const log = new LogFollower(watch.logPath, watch.logOffset)
  const progressFile = new ProgressFollower(watch.progressPath)
  let shown: Progress = { percent: null, message: null }
  const timer = setInterval(() => take(log.readLines()), pollMilliseconds)

  return () => {
    clearInterval(timer)
    for (const lines of log.readToEnd()) take(lines)
  }

  function take(lines: readonly string[]): void {
    for (const line of lines) {
      const activity = watch.reader.take(line)
      if (activity !== undefined) watch.onActivity(activity)
    }
    const progress = progressFile.read()
    if (progress.percent !== shown.percent || progress.message !== shown.message) watch.onProgress(progress)
    shown = progress
  }
}
