import { setTimeout as sleep } from 'node:timers/promises'
import type { Inputs } from '../workflow/inputs.ts'
import { checkPermissions, type LoadedWorkflow } from '../workflow/load-workflow.ts'
import { defaultPermissions, type Permissions } from '../workflow/permissions.ts'
import { child } from '../workflow/token.ts'
import { Attempt } from './attempt.ts'
import { toConcurrency } from './concurrency.ts'
import type { Job } from './job.ts'
import { performWorkflow } from './perform-workflow.ts'
import type { Conclusion, Concurrency } from './records.ts'
import type { RunFacts, Services } from './run-facts.ts'
import { toCallScope, type WorkflowCall } from './workflow-call.ts'

/** How often something that is waited for is checked. */
const pollMilliseconds = 10

/** A run of a workflow, with all its attempts. */
export class WorkflowRun {
  readonly facts: Omit<RunFacts, 'attempt'>
  readonly attempts: Attempt[] = []
  /** Undefined while it runs. */
  conclusion: Conclusion | 'startup_failure' | undefined
  /** What is wrong with it beside its jobs: why it could not start, for one. */
  error: string | undefined
  concurrency: Concurrency | undefined
  /** Resolves with the run when the newest attempt has ended. */
  done: Promise<WorkflowRun>
  private readonly services: Services
  private readonly load: () => Promise<LoadedWorkflow>
  private readonly inputs: Inputs
  private loaded: LoadedWorkflow | undefined

  constructor(
    facts: Omit<RunFacts, 'attempt'>,
    services: Services,
    { load, inputs }: { load: () => Promise<LoadedWorkflow>; inputs: Inputs },
  ) {
    this.facts = facts
    this.services = services
    this.load = load
    this.inputs = inputs
    this.done = this.begin()
  }

  get id(): number {
    return this.facts.id
  }

  get attempt(): number {
    return this.attempts.length
  }

  /** The jobs of the newest attempt; those that were kept are of an earlier one. */
  get jobs(): readonly Job[] {
    return this.attempts.at(-1)?.jobs ?? []
  }

  /** The job that is shown under a name in the newest attempt. Throws when there is none. */
  job(name: string): Job {
    const found = this.jobs.find(job => job.name === name || job.key === name)
    if (found !== undefined) return found
    const names = this.jobs.map(job => job.name).join(', ')
    throw new Error(`no job ${name} in the run, only: ${names || 'none'}. ${this.error ?? ''}`)
  }

  /** Conclusions of the newest attempt by the names of its jobs. */
  get conclusions(): Record<string, Conclusion | undefined> {
    return Object.fromEntries(this.jobs.map(job => [job.name, job.conclusion]))
  }

  /** Everything that all jobs have printed. */
  get log(): string {
    return this.jobs.map(job => `== ${job.name}: ${job.conclusion ?? job.status}\n${job.log}`).join('\n')
  }

  /** What its page shows: the annotations and summaries of its jobs. */
  get page(): string {
    const parts = this.jobs.map(({ name, annotations, summary }) =>
      [`== ${name}`, ...annotations.map(shown => JSON.stringify(shown)), summary].join('\n'),
    )
    return `${parts.join('\n')}\n`
  }

  /** Waits until a job is there and something is true of it. Throws when the run ends before. */
  async untilJob(name: string, isTrue: (job: Job) => boolean): Promise<Job> {
    for (;;) {
      const job = this.jobs.find(job => job.name === name || job.key === name)
      if (job !== undefined && isTrue(job)) return job
      if (this.conclusion !== undefined) throw new Error(`${name}: the run ended before.\n${this.log}`)
      await sleep(pollMilliseconds)
    }
  }

  /** Waits until a job has printed a text. */
  untilLog(name: string, text: string): Promise<Job> {
    return this.untilJob(name, job => job.log.includes(text))
  }

  /** Cancels the newest attempt, as the button on the page does. */
  cancel(): void {
    this.attempts.at(-1)?.cancel()
  }

  /** "Re-run failed jobs": those that did not succeed, and all that needs them. */
  rerunFailed(): Promise<WorkflowRun> {
    if (this.conclusion === undefined) throw new Error(`run ${this.id} has not ended yet`)
    this.conclusion = undefined
    this.done = this.perform()
    return this.done
  }

  /** Everything ends at once. */
  async end(): Promise<void> {
    this.attempts.at(-1)?.end()
    await this.done
  }

  private async begin(): Promise<WorkflowRun> {
    try {
      this.loaded = await this.load()
      checkPermissions(this.loaded, this.permissions())
    } catch (error) {
      this.error = (error as Error).message
      this.conclusion = 'startup_failure'
      return this
    }
    return await this.perform()
  }

  private async perform(): Promise<WorkflowRun> {
    const run = { ...this.facts, attempt: this.attempts.length + 1 }
    const attempt = new Attempt(run, this.services, this.attempts.at(-1))
    this.attempts.push(attempt)
    try {
      const call = this.toCall(attempt)
      this.noteConcurrency(call)
      const { result } = await performWorkflow(call)
      const wasCancelled = attempt.isCancelled && attempt.jobs.some(job => job.conclusion === 'cancelled')
      this.conclusion = wasCancelled ? 'cancelled' : result
    } catch (error) {
      this.error = (error as Error).message
      this.conclusion = 'failure'
    }
    return this
  }

  private toCall(attempt: Attempt): WorkflowCall {
    return {
      attempt,
      loaded: this.loaded as LoadedWorkflow,
      inputs: this.inputs,
      secrets: this.facts.repository.settings.secrets,
      permissions: this.permissions(),
      keyPrefix: '',
      namePrefix: '',
      isForced: false,
      isCancelled: () => attempt.isCancelled,
    }
  }

  /** What jobs may do when neither they nor the workflow name anything. */
  private permissions(): Permissions {
    return defaultPermissions[this.facts.repository.settings.defaultPermissions]
  }

  private noteConcurrency(call: WorkflowCall): void {
    const token = child(call.loaded.workflow.token, 'concurrency')
    this.concurrency = toConcurrency(token, toCallScope(call))
  }
}
