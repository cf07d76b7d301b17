import { afterAll } from '@jest/globals'
import { toArtifactResponder } from '../github/services/artifact-service.ts'
import { ArtifactStore } from '../github/services/artifact-store.ts'
import { toBlobResponder } from '../github/services/blob-service.ts'
import { type LoopbackServer, startServer } from '../github/services/http.ts'
import { ApiStub } from '../publish/api-stub.ts'
import { type ActionEnd, runAction } from './action.ts'
import { type ScriptedTask, writePlan } from './plan.ts'
import {
  copyFolder,
  makeFolder,
  makeRepository,
  openTestRepository,
  type TestRepository,
} from './repository.ts'

const workflowRun = 88
const closers: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closers.splice(0)) await close()
})

/** What jobs leave for those after them. */
interface Left {
  readonly remote: TestRepository
  readonly artifacts: ArtifactStore
}

/** The jobs of one workflow run, one after another, each with a clone of its own: the bundle of the action, as a user gets it. */
export class WorkflowJobs {
  readonly remote: TestRepository
  readonly artifacts: ArtifactStore
  readonly api: ApiStub
  /** The clone of the latest job. */
  clone: TestRepository | undefined
  private readonly server: LoopbackServer
  private base = ''
  private run = ''
  private merged = ''

  private constructor(api: ApiStub, server: LoopbackServer, { remote, artifacts }: Left) {
    this.api = api
    this.server = server
    this.remote = remote
    this.artifacts = artifacts
  }

  static async start(
    tasks: Readonly<Record<string, ScriptedTask>>,
    plan: Readonly<Record<string, unknown>> = {},
    files: Readonly<Record<string, string>> = {},
  ): Promise<WorkflowJobs> {
    const remote = openTestRepository(makeFolder('remote'))
    const jobs = await WorkflowJobs.open({ remote, artifacts: new ArtifactStore() })
    jobs.push(tasks, plan, files)
    return jobs
  }

  /** The same jobs so far, for another end of them. */
  async copy(): Promise<WorkflowJobs> {
    const remote = openTestRepository(copyFolder(this.remote.folder, 'remote'))
    const jobs = await WorkflowJobs.open({ remote, artifacts: this.artifacts.copy() })
    const { base, run, merged } = this
    return Object.assign(jobs, { base, run, merged })
  }

  private static async open(left: Left): Promise<WorkflowJobs> {
    const responders = [toArtifactResponder(left.artifacts), toBlobResponder(left.artifacts)]
    const [api, server] = [await ApiStub.start(), await startServer(responders)]
    closers.push(
      () => api.close(),
      () => server.close(),
    )
    return new WorkflowJobs(api, server, left)
  }

  /** The plan, and then all lanes of it. */
  async runLanes(inputs: Readonly<Record<string, string>> = {}): Promise<readonly ActionEnd[]> {
    const { outputs } = await this.step({ command: 'plan' })
    this.run = outputs.run ?? ''
    const ends: ActionEnd[] = []
    for (const lane of JSON.parse(outputs.lanes ?? '[]'))
      ends.push(await this.step({ command: 'run', lane: JSON.stringify(lane), ...inputs }))
    return ends
  }

  /** One job with one step. */
  async step(
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<ActionEnd> {
    const isPlan = inputs.command === 'plan'
    this.clone = this.makeClone(isPlan)
    const job = { runId: workflowRun, jobId: `job-${closers.length}-${Math.random()}` }
    const merged = inputs.command === 'publish' ? { merged: this.merged } : {}
    const end = await runAction(this.clone.folder, {
      inputs: { ...(isPlan ? {} : { run: this.run }), ...merged, ...inputs },
      env: {
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: String(workflowRun),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_API_URL: this.api.url,
        ACTIONS_RESULTS_URL: `http://127.0.0.1:${this.server.port}/`,
        ACTIONS_RUNTIME_TOKEN: this.artifacts.issueToken(job),
        ...env,
      },
    })
    this.merged = end.outputs.merged ?? this.merged
    return end
  }

  /** The branches of the run at the remote, without what they all begin with. */
  listBranches(): string[] {
    const prefix = `refs/heads/agents/${this.run}/`
    const names = this.remote.git('for-each-ref', '--format=%(refname)', prefix).split('\n')
    return names.filter(name => name !== '').map(name => name.slice(prefix.length))
  }

  show(branch: string, path: string): string {
    return this.remote.show(`agents/${this.run}/${branch}`, path)
  }

  private push(
    tasks: Readonly<Record<string, ScriptedTask>>,
    plan: Readonly<Record<string, unknown>>,
    files: Readonly<Record<string, string>>,
  ): void {
    this.remote.git('init', '--quiet', '--bare', '--initial-branch=main')
    const source = makeRepository(files)
    writePlan(source, tasks, plan)
    this.base = source.commit('plan')
    source.git('push', '--quiet', this.remote.folder, 'main')
  }

  /** As actions/checkout makes it: one commit, and no branch where it is told the commit. */
  private makeClone(hasBranch: boolean): TestRepository {
    const clone = openTestRepository(makeFolder('clone'))
    clone.git('clone', '--quiet', '--depth=1', `file://${this.remote.folder}`, '.')
    if (hasBranch) return clone
    clone.git('checkout', '--quiet', '--detach', this.base)
    clone.git('branch', '--quiet', '--delete', 'main')
    return clone
  }
}
