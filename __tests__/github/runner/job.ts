import type { Permissions } from '../workflow/permissions.ts'
import type { Annotation, Conclusion, Concurrency, StepRecord } from './records.ts'

interface JobFacts {
  readonly number: number
  readonly key: string
  readonly name: string
  readonly attempt: number
  readonly permissions: Permissions
}

/** One job of one attempt of a run: what tests look at, and how they interfere. */
export class Job {
  readonly number: number
  /** Where it is in the run: ids of calling jobs, its own, and the index of its leg: `call/build[0]`. */
  readonly key: string
  /** As the page of a run shows it: `call / build (linux)`. */
  readonly name: string
  readonly attempt: number
  readonly permissions: Permissions
  readonly steps: StepRecord[] = []
  /** Annotations of its runner, not of a step. */
  readonly ownAnnotations: Annotation[] = []
  status: 'queued' | 'in_progress' | 'completed' = 'queued'
  conclusion: Conclusion | undefined
  /** What `needs.<job>.result` says: `continue-on-error` makes a failure a success. */
  result: Conclusion | undefined
  outputs: Readonly<Record<string, string>> = {}
  concurrency: Concurrency | undefined
  /** Whose reviewers would be asked before it starts. */
  environment: string | undefined
  startedAt: string | undefined
  completedAt: string | undefined
  /** What the step has printed that runs now. */
  liveLog: readonly string[] = []
  /** Stops it as GitHub does when a run is cancelled: steps that always run still do. */
  cancel: () => void = () => {}
  /** Ends it at once, with no step after it: its runner is gone. */
  loseRunner: () => void = () => {}

  constructor({ number, key, name, attempt, permissions }: JobFacts) {
    this.number = number
    this.key = key
    this.name = name
    this.attempt = attempt
    this.permissions = permissions
  }

  /** Everything that it has printed so far, masked. */
  get log(): string {
    const texts = [...this.steps.map(step => step.log), this.liveLog.join('\n')]
    return texts.filter(text => text !== '').join('\n')
  }

  /** The summaries of its steps, masked. */
  get summary(): string {
    return this.steps.map(step => step.summary).join('')
  }

  get annotations(): Annotation[] {
    return [...this.steps.flatMap(step => step.annotations), ...this.ownAnnotations]
  }

  /** Ends it. `result` differs from the conclusion when `continue-on-error` forgives a failure. */
  complete(conclusion: Conclusion, result: Conclusion = conclusion): void {
    this.status = 'completed'
    this.conclusion = conclusion
    this.result = result
    this.completedAt = new Date().toISOString()
    this.liveLog = []
    this.cancel = () => {}
    this.loseRunner = () => {}
  }

  fail(message: string): void {
    this.ownAnnotations.push({ level: 'error', message })
    this.complete('failure')
  }
}
