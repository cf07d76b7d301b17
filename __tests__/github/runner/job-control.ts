import { isTrue } from '../workflow/expression.ts'
import type { JobState } from './job-state.ts'
import type { Timings } from './run-facts.ts'
import type { StepExecution } from './step-execution.ts'

/** How a running job is interfered with from outside. */
export class JobControl {
  /** No step starts any more. */
  isOver = false
  private readonly state: JobState
  private readonly timings: Timings
  private running: StepExecution | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(state: JobState, timings: Timings) {
    this.state = state
    this.timings = timings
  }

  /** The running step is stopped, unless its condition still holds; later ones run if theirs do. */
  cancel(): void {
    if (this.state.status === 'cancelled') return
    this.state.status = 'cancelled'
    this.timer = setTimeout(() => this.end(), this.timings.force)
    const { running } = this
    if (running === undefined) return
    const goesOn = isTrue(running.plan.condition, this.state.toScope(running.env))
    if (!goesOn) running.stop(this.timings)
  }

  /** Everything ends at once. */
  end(): void {
    this.isOver = true
    this.running?.kill()
  }

  begin(execution: StepExecution): void {
    this.running = execution
  }

  finish(): void {
    this.running = undefined
  }

  close(): void {
    clearTimeout(this.timer)
  }
}
