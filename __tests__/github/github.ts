import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireNode24 } from './runner/node-binary.ts'
import type { Event, Services, Timings } from './runner/run-facts.ts'
import { RunnerPool } from './runner/runner-pool.ts'
import { WorkflowRun } from './runner/workflow-run.ts'
import { toArtifactResponder } from './services/artifact-service.ts'
import { ArtifactStore } from './services/artifact-store.ts'
import { toBlobResponder } from './services/blob-service.ts'
import { toGitResponder } from './services/git-server.ts'
import { type LoopbackServer, startServer } from './services/http.ts'
import { writePushHooks } from './services/push-hooks.ts'
import { type Files, Repository, type RepositorySettings } from './services/repository.ts'
import { RestApi } from './services/rest-api.ts'
import { TokenRegistry } from './services/token-registry.ts'
import { matchesEvent } from './workflow/events.ts'
import { type Inputs, toDispatchInputs } from './workflow/inputs.ts'
import { loadWorkflow, type WorkflowSource } from './workflow/load-workflow.ts'
import { readWorkflow } from './workflow/read-workflow.ts'

export interface GitHubSettings {
  /** Jobs at once. GitHub's Free plan has 20. */
  readonly runners?: number
  readonly timings?: Partial<Timings>
}

/** GitHub's times, the stop of a step ten times as fast. */
const defaultTimings: Timings = { minute: 60_000, interrupt: 750, terminate: 250, force: 20_000 }

const defaultSettings: RepositorySettings = {
  visibility: 'private',
  defaultPermissions: 'read',
  secrets: {},
  variables: {},
  actionsMayOpenPullRequests: true,
}

interface StartRequest {
  readonly repository: Repository
  /** `.github/workflows/…` */
  readonly path: string
  readonly ref: string
  readonly event: Event
  readonly inputs?: Inputs
}

/** A GitHub on loopback, with everything that workflows need of it. State is in a temporary folder and in memory. */
export class GitHub {
  readonly tokens = new TokenRegistry()
  readonly artifacts = new ArtifactStore()
  readonly runs: WorkflowRun[] = []
  readonly repositories = new Map<string, Repository>()
  /** The REST API: what was asked of it, and its rate limits. */
  readonly api = new RestApi(this)
  private readonly root = mkdtempSync(join(tmpdir(), 'pa-github-'))
  private readonly timings: Timings
  private readonly pool: RunnerPool
  private server: LoopbackServer | undefined
  private jobCount = 0

  private constructor({ runners = 20, timings = {} }: GitHubSettings) {
    this.pool = new RunnerPool(runners)
    this.timings = { ...defaultTimings, ...timings }
  }

  static async start(settings: GitHubSettings = {}): Promise<GitHub> {
    const hub = new GitHub(settings)
    mkdirSync(join(hub.root, 'work'))
    await writePushHooks(join(hub.root, 'hooks'))
    hub.server = await startServer([
      toArtifactResponder(hub.artifacts),
      toBlobResponder(hub.artifacts),
      hub.api.respond,
      toGitResponder(hub),
    ])
    return hub
  }

  /** For git. The artifact client only takes names that end in `.localhost`, which git finds by itself. */
  get serverUrl(): string {
    return `http://github.localhost:${this.server?.port}`
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.server?.port}/api/v3`
  }

  /** Makes a repository with one commit on `main`. */
  async createRepository(
    name: string,
    files: Files = {},
    settings: Partial<RepositorySettings> = {},
  ): Promise<Repository> {
    const folder = join(this.root, 'repositories', `${name.replace('/', '+')}.git`)
    const repository = new Repository(name, folder, { ...defaultSettings, ...settings })
    await repository.create()
    await repository.commit({ 'README.md': `# ${name}\n`, ...files })
    this.repositories.set(name.toLowerCase(), repository)
    return repository
  }

  tryFindRepository(name: string): Repository | undefined {
    return this.repositories.get(name.toLowerCase())
  }

  /** Starts a workflow by `workflow_dispatch`. Throws what GitHub answers when that cannot be. */
  async dispatch(
    repository: Repository,
    workflow: string,
    inputs: Readonly<Record<string, string | number | boolean>> = {},
    { ref = 'main', actor = 'octocat' } = {},
  ): Promise<WorkflowRun> {
    const path = `.github/workflows/${workflow}`
    const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]))
    const { events, token } = await this.readWorkflow(repository, ref, path)
    if (events.workflow_dispatch === undefined) {
      throw new Error(`Workflow does not have 'workflow_dispatch' trigger: ${path}`)
    }
    const payload = { inputs: texts, ref: `refs/heads/${ref}`, workflow: path }
    return await this.run({
      repository,
      path,
      ref: `refs/heads/${ref}`,
      event: { name: 'workflow_dispatch', payload, actor },
      inputs: toDispatchInputs(token, texts),
    })
  }

  /** Starts a workflow by the first line of its `schedule`. */
  async schedule(repository: Repository, workflow: string): Promise<WorkflowRun> {
    const path = `.github/workflows/${workflow}`
    const { events } = await this.readWorkflow(repository, 'main', path)
    const cron = events.schedule?.[0]?.cron
    if (cron === undefined) throw new Error(`${path} has no schedule`)
    const event = { name: 'schedule', payload: { schedule: cron }, actor: 'octocat' }
    return await this.run({ repository, path, ref: 'refs/heads/main', event })
  }

  /** Commits files as a person who pushes them. Answers with the runs that this starts. */
  async push(repository: Repository, files: Files, { branch = 'main' } = {}): Promise<WorkflowRun[]> {
    const ref = `refs/heads/${branch}`
    const before = (await repository.tryResolve(ref)) ?? '0'.repeat(40)
    const after = await repository.commit(files, { branch })
    return await this.startAll(repository, ref, {
      name: 'push',
      payload: { ref, before, after },
      actor: 'octocat',
    })
  }

  /** Opens an issue, as a person. */
  openIssue(repository: Repository, title: string, body = ''): number {
    return repository.addIssue({ title, body, login: 'octocat' }).number
  }

  /** Puts a label on an issue. Answers with the runs that this starts. */
  async labelIssue(repository: Repository, number: number, label: string): Promise<WorkflowRun[]> {
    const issue = repository.requireIssue(number)
    if (!issue.labels.includes(label)) issue.labels.push(label)
    const { title, body, labels, login } = issue
    const shown = { number, title, body, labels: labels.map(name => ({ name })), user: { login } }
    const payload = { action: 'labeled', label: { name: label }, issue: shown }
    return await this.startAll(repository, 'refs/heads/main', { name: 'issues', payload, actor: 'octocat' })
  }

  /** Stops everything, and removes what it left on disk. */
  async close(): Promise<void> {
    await Promise.all(this.runs.map(run => run.end()))
    await this.server?.close()
    rmSync(this.root, { recursive: true, force: true })
  }

  private async startAll(repository: Repository, ref: string, event: Event): Promise<WorkflowRun[]> {
    const listed = await repository.git('ls-tree', '--name-only', ref, '.github/workflows/')
    const paths = listed.split('\n').filter(path => /\.ya?ml$/.test(path))
    const runs: WorkflowRun[] = []
    for (const path of paths) {
      const { events } = await this.readWorkflow(repository, ref, path)
      if (matchesEvent(events, event.name, { ref, action: event.payload.action })) {
        runs.push(await this.run({ repository, path, ref, event }))
      }
    }
    return runs
  }

  private async readWorkflow(repository: Repository, ref: string, path: string) {
    const content = await repository.tryRead(ref, path)
    if (content === undefined) throw new Error(`${repository.name}: no workflow ${path} in ${ref}`)
    return await readWorkflow(path, content)
  }

  private async run({ repository, path, ref, event, inputs = {} }: StartRequest): Promise<WorkflowRun> {
    const sha = await repository.git('rev-parse', ref)
    const place = { repository: repository.name, path, ref, sha }
    const { name } = await this.readWorkflow(repository, sha, path)
    const number = this.runs.filter(run => run.facts.workflowPath === path).length + 1
    const id = this.runs.length + 1
    const facts = { id, number, repository, event, ref, sha, workflowName: name, workflowPath: path }
    const load = () => loadWorkflow(this.toSource(), place)
    const run = new WorkflowRun(facts, this.toServices(), { load, inputs })
    this.runs.push(run)
    return run
  }

  private toSource(): WorkflowSource {
    return {
      tryResolve: async (reader, name, ref) => {
        const repository = this.tryFindRepository(name)
        const isOpen = repository?.visibility === 'public' || repository?.owner === reader.split('/')[0]
        return isOpen ? await repository?.tryResolve(ref) : undefined
      },
      tryRead: async (name, sha, path) => await this.tryFindRepository(name)?.tryRead(sha, path),
    }
  }

  private toServices(): Services {
    return {
      root: join(this.root, 'work'),
      serverUrl: this.serverUrl,
      apiUrl: this.apiUrl,
      resultsUrl: `http://127.0.0.1:${this.server?.port}/`,
      node24: requireNode24(),
      tokens: this.tokens,
      artifacts: this.artifacts,
      timings: this.timings,
      tryFindRepository: name => this.tryFindRepository(name),
      nextJobNumber: () => {
        this.jobCount += 1
        return this.jobCount
      },
      takeRunner: () => this.pool.take(),
    }
  }
}
