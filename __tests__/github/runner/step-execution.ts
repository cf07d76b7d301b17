import type { CommandFiles } from './command-files.ts'
import type { JobState } from './job-state.ts'
import type { LogReader } from './log-reader.ts'
import type { StepPlan } from './step-plan.ts'
import { type StepProcess, type StopTimings, startProcess } from './step-process.ts'

interface ExecutionParts {
  readonly state: JobState
  readonly plan: StepPlan
  readonly reader: LogReader
  readonly env: Readonly<Record<string, string>>
  readonly files: CommandFiles
}

interface CommandSetting {
  readonly directory: string
  /** Beside those that all steps have. */
  readonly variables?: Readonly<Record<string, string>>
}

/** A step that runs now. */
export class StepExecution {
  readonly state: JobState
  readonly plan: StepPlan
  readonly reader: LogReader
  /** Of the job and of the step. */
  readonly env: Readonly<Record<string, string>>
  isStopped = false
  private readonly files: CommandFiles
  private process: StepProcess | undefined

  constructor({ state, plan, reader, env, files }: ExecutionParts) {
    this.state = state
    this.plan = plan
    this.reader = reader
    this.env = env
    this.files = files
  }

  /** Runs a program of the step to its end. Null when a signal ended it. */
  run(
    command: readonly [program: string, ...args: string[]],
    { directory, variables = {} }: CommandSetting,
  ): Promise<number | null> {
    if (this.isStopped) return Promise.resolve(null)
    const env = {
      ...this.state.toVariables(this.env, this.plan.action),
      ...this.files.toVariables(),
      ...variables,
    }
    this.process = startProcess({ command, directory, env, onLine: line => this.reader.read(line) })
    return this.process.ended
  }

  stop(timings: StopTimings): void {
    this.isStopped = true
    void this.process?.stop(timings)
  }

  kill(): void {
    this.isStopped = true
    this.process?.kill()
  }
}
