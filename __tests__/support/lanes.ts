import type { ChildProcess } from 'node:child_process'
import { afterAll } from '@jest/globals'
import type { Lane } from '../../src/plan/lanes/lanes.ts'
import { toArtifactResponder } from '../github/services/artifact-service.ts'
import { ArtifactStore } from '../github/services/artifact-store.ts'
import { toBlobResponder } from '../github/services/blob-service.ts'
import { Faults } from '../github/services/faults.ts'
import { type LoopbackServer, type Responder, sendJson, startServer } from '../github/services/http.ts'
import { type ActionEnd, readCommands, runAction, startAction } from './action.ts'
import { untilClosed } from './cli.ts'
import { type ScriptedTask, writePlan } from './plan.ts'
import { makeFolder, makeRepository, openTestRepository, type TestRepository } from './repository.ts'

export type TransportName = 'refs' | 'artifacts'

const workflowRun = 77
const servers: LoopbackServer[] = []

afterAll(async () => {
  for (const server of servers.splice(0)) await server.close()
})

export interface LaneRunOptions {
  readonly plan?: Readonly<Record<string, unknown>>
  /** Of every step. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The tasks of each lane. Default: as planned. */
  readonly lanes?: readonly (readonly string[])[]
}

export interface LaneOptions {
  readonly attempt?: number
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

function toLane(tasks: readonly string[], index: number): Lane {
  return { id: `lane-${index + 1}`, name: tasks.join(' → '), tasks }
}

/** A lane's job: its own clone, its own process. */
export interface LaneJob {
  readonly clone: TestRepository
  readonly child: ChildProcess
  readonly ended: Promise<ActionEnd>
  /** What it has printed so far. */
  log(): string
}

/** A job as the API of GitHub shows it. */
interface JobRecord {
  readonly id: number
  readonly name: string
  readonly runner_name: string
  status: 'in_progress' | 'completed'
}

/** The jobs of one workflow run on a plan, with everything that they reach each other by. */
export class LaneRun {
  readonly remote: TestRepository
  readonly artifacts = new ArtifactStore()
  readonly faults = new Faults()
  /** Whether the token of the jobs may read about jobs. */
  mayReadJobs = true
  private readonly jobs: JobRecord[] = []
  lanes: readonly Lane[] = []
  run = ''
  base = ''
  private readonly transport: TransportName
  private readonly inputs: Readonly<Record<string, string>>
  private port = 0

  private constructor(transport: TransportName, inputs: Readonly<Record<string, string>>) {
    this.transport = transport
    this.inputs = inputs
    this.remote = openTestRepository(makeFolder('remote'))
  }

  static async start(
    transport: TransportName,
    tasks: Readonly<Record<string, ScriptedTask>>,
    { plan = {}, inputs = {}, lanes = undefined }: LaneRunOptions = {},
  ): Promise<LaneRun> {
    const run = new LaneRun(transport, inputs)
    const { faults, artifacts } = run
    const server = await startServer([
      faults.respond,
      run.respondJobs,
      toArtifactResponder(artifacts),
      toBlobResponder(artifacts),
    ])
    servers.push(server)
    run.port = server.port
    await run.plan(tasks, plan)
    if (lanes !== undefined) run.lanes = lanes.map(toLane)
    return run
  }

  private async plan(
    tasks: Readonly<Record<string, ScriptedTask>>,
    rest: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    this.remote.git('init', '--quiet', '--bare', '--initial-branch=main')
    const source = makeRepository()
    writePlan(source, tasks, rest)
    source.commit('plan')
    source.commit('what is checked out')
    source.git('push', '--quiet', this.remote.folder, 'main')
    const inputs = { ...this.inputs, command: 'plan' }
    const { outputs } = await runAction(source.folder, { inputs, env: { GITHUB_REF: 'refs/heads/main' } })
    this.lanes = JSON.parse(outputs.lanes as string) as Lane[]
    this.run = outputs.run as string
    this.base = outputs.base as string
  }

  startLane(lane: Lane, { attempt = 1, inputs = {}, env = {} }: LaneOptions = {}): LaneJob {
    const clone = this.makeClone()
    const id = this.jobs.length + 1
    const job: JobRecord = {
      id,
      name: `agents / ${lane.name}`,
      runner_name: `runner ${id}`,
      status: 'in_progress',
    }
    this.jobs.push(job)
    const { child, readFiles } = startAction(clone.folder, {
      inputs: {
        ...this.inputs,
        lane: JSON.stringify(lane),
        run: this.run,
        push: String(this.transport === 'refs'),
        ...inputs,
      },
      env: {
        PARALLEL_AGENTS_CLOCK_SPEED: '10', // what they wait between two looks is not the subject
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: String(workflowRun),
        GITHUB_RUN_ATTEMPT: String(attempt),
        GITHUB_API_URL: `http://127.0.0.1:${this.port}`,
        RUNNER_NAME: job.runner_name,
        ACTIONS_RESULTS_URL: `http://127.0.0.1:${this.port}/`,
        ACTIONS_RUNTIME_TOKEN: this.artifacts.issueToken({
          runId: workflowRun,
          jobId: `${lane.id}-${attempt}`,
        }),
        ...env,
      },
    })
    let log = ''
    child.stdout?.on('data', chunk => {
      log += String(chunk)
    })
    const ended = untilClosed(child).then(({ code, stdout }) => {
      job.status = 'completed'
      return { code, log: stdout, ...readFiles(), commands: readCommands(stdout) }
    })
    return { clone, child, ended, log: () => log }
  }

  /** All lanes at once, as a matrix: their ends in the same order. */
  runLanes(options: LaneOptions = {}): Promise<ActionEnd[]> {
    return Promise.all(this.lanes.map(lane => this.startLane(lane, options).ended))
  }

  /** The tasks that were handed over in an attempt. */
  listGiven(attempt: number): string[] {
    if (this.transport === 'artifacts') {
      const prefix = `parallel-agents-${this.run}-${attempt}-`
      const names = this.artifacts.list(workflowRun).map(({ name }) => name)
      return names
        .filter(name => name.startsWith(prefix) && !/-(lane|begin|wait)\./.test(name))
        .map(name => name.slice(prefix.length))
        .toSorted()
    }
    const prefix = `refs/parallel-agents/${this.run}/attempts/`
    return this.remote
      .git('for-each-ref', '--format=%(refname)', prefix)
      .split('\n')
      .filter(ref => ref !== '' && JSON.parse(this.remote.git('cat-file', 'blob', ref)).attempt === attempt)
      .map(ref => ref.slice(prefix.length))
  }

  private readonly respondJobs: Responder = async (_, response, url) => {
    if (url.pathname !== `/repos/octo/project/actions/runs/${workflowRun}/jobs`) return false
    if (this.mayReadJobs) sendJson(response, 200, { total_count: this.jobs.length, jobs: this.jobs })
    else sendJson(response, 403, { message: 'Resource not accessible by integration' })
    return true
  }

  /** As actions/checkout makes it: one commit, no branch. */
  private makeClone(): TestRepository {
    const clone = openTestRepository(makeFolder('clone'))
    clone.git('clone', '--quiet', '--depth=1', '--single-branch', `file://${this.remote.folder}`, '.')
    clone.git('checkout', '--quiet', '--detach', this.base)
    clone.git('branch', '--quiet', '--delete', 'main')
    return clone
  }
}
