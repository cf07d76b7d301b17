import { setTimeout as sleep } from 'node:timers/promises'
import { readTail } from '../../agents/process/log-file.ts'
import { endMarkedProcesses } from '../../agents/process/marked-processes.ts'
import type { CommandEnd } from '../../agents/process/supervise.ts'
import { toTellingLine } from '../../agents/process/telling-line.ts'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { fillIn } from '../../model/checkout/placeholders.ts'
import type { ServiceSettings } from '../../model/checkout/settings.ts'
import type { Agent, Environment } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { runScript, toCommandEndText } from '../../run/run-script.ts'
import { isReady } from './ready.ts'

export interface ServicesRequest {
  readonly context: RunContext
  /** The checkout. */
  readonly name: string
  readonly directory: string
  readonly env: Environment
  /** The agent that will run beside them. */
  readonly beside: Agent | undefined
  /** Values for the address that shows when a service is ready. */
  readonly values: ReadonlyMap<string, string>
}

interface RunningService {
  readonly name: string
  readonly settings: ServiceSettings
  readonly log: string
  /** Offset of its output in the log, in bytes. */
  readonly logOffset: number
  readonly ended: Promise<CommandEnd>
}

/** Tells a service its name. */
const serviceVariable = 'PARALLEL_AGENTS_SERVICE'
const pollMilliseconds = 100
const tailBytes = 1 << 14

/** The running services of one checkout. */
export class Services {
  private readonly request: ServicesRequest
  private readonly stopping = new AbortController()
  private running: readonly RunningService[] = []

  constructor(request: ServicesRequest) {
    this.request = request
  }

  /** Starts all of them at once, and waits until all are ready. Returns an error if one is not. */
  async start(): Promise<string | undefined> {
    const entries = Object.entries(this.request.context.plan.services)
    this.running = entries.map(([name, settings]) => this.startOne(name, settings))
    const problems = await Promise.all(this.running.map(service => this.tryProblem(service)))
    return problems.find(problem => problem !== undefined)
  }

  /** Also ends what has left its process group: it would answer with the code that it was started with. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await Promise.all(this.running.map(({ ended }) => ended))
    const { PARALLEL_AGENTS_CHECKOUT = '' } = this.request.env
    for (const { name } of this.running)
      await endMarkedProcesses({ PARALLEL_AGENTS_CHECKOUT, [serviceVariable]: name })
  }

  private startOne(name: string, settings: ServiceSettings): RunningService {
    const { context, directory, env, beside } = this.request
    const log = context.paths.log(`${this.request.name}.${name}`)
    const logOffset = sizeOfPlainFile(log)
    const ended = runScript(
      { ...context, signal: this.stopping.signal },
      {
        script: settings.command,
        directory,
        env: { ...env, [serviceVariable]: name },
        logPath: log,
        title: `service ${name}`,
        service: { beside },
        timeoutMinutes: Number.POSITIVE_INFINITY,
      },
    )
    return { name, settings, log, logOffset, ended }
  }

  private async tryProblem(service: RunningService): Promise<string | undefined> {
    const { name, settings, ended } = service
    let end: CommandEnd | undefined
    void ended.then(ending => {
      end = ending
    })
    const address = fillIn(settings.ready ?? '', this.request.values)
    const deadline = performance.now() + settings.timeoutSeconds * 1000
    while (!this.request.context.signal.aborted) {
      if (end !== undefined) return `service ${name} ${toCommandEndText(end, 0)}${readLastWords(service)}`
      if (address === '' || (await isReady(address))) return undefined
      if (performance.now() > deadline)
        return `service ${name} was not ready at ${address} within ${settings.timeoutSeconds} s${readLastWords(service)}`
      await sleep(pollMilliseconds)
    }
    return undefined
  }
}

/** Its output since it was started. */
function readLastWords({ log, logOffset }: RunningService): string {
  const lines = readTail(log, logOffset, tailBytes).slice(1)
  return `${lines.length === 0 ? '' : `: ${toTellingLine(lines)}`} (its output is in ${log})`
}
