import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultRepositorySettings, defaultTimings, type GitHubSettings } from './hub-settings.ts'
import { RunStarter } from './run-starter.ts'
import { requireNode24 } from './runner/node-binary.ts'
import type { Services } from './runner/run-facts.ts'
import { RunnerPool } from './runner/runner-pool.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'
import { Apps, toAppResponder } from './services/apps.ts'
import { toArtifactResponder } from './services/artifact-service.ts'
import { ArtifactStore } from './services/artifact-store.ts'
import { toBlobResponder } from './services/blob-service.ts'
import { CacheStore, toCacheResponder } from './services/cache-service.ts'
import { Faults } from './services/faults.ts'
import { toGitResponder } from './services/git-server.ts'
import { toGraphqlResponder } from './services/graphql.ts'
import { type LoopbackServer, type Responder, startServer } from './services/http.ts'
import { writePushHooks } from './services/push-hooks.ts'
import { type Files, Repository, type RepositorySettings } from './services/repository.ts'
import { RestApi } from './services/rest-api.ts'
import { TokenRegistry } from './services/token-registry.ts'
import { toDispatchInputs } from './workflow/inputs.ts'

/** A GitHub on loopback, with everything that workflows need of it. State is in a temporary folder and in memory. */
export class GitHub {
  readonly tokens = new TokenRegistry()
  readonly apps = new Apps()
  readonly artifacts = new ArtifactStore()
  readonly caches = new CacheStore()
  readonly repositories = new Map<string, Repository>()
  /** The REST API: what was asked of it, and its rate limits. */
  readonly api = new RestApi(this)
  /** Answers that go wrong on purpose. */
  readonly faults = new Faults()
  private readonly root = mkdtempSync(join(tmpdir(), 'pa-github-'))
  private readonly server: LoopbackServer
  private readonly starter: RunStarter

  private constructor(server: LoopbackServer, settings: GitHubSettings) {
    this.server = server
    this.starter = new RunStarter(this.toServices(settings))
  }

  static async start(settings: GitHubSettings = {}): Promise<GitHub> {
    const responders: Responder[] = []
    const hub = new GitHub(await startServer(responders), settings)
    mkdirSync(join(hub.root, 'work'))
    await writePushHooks(join(hub.root, 'hooks'))
    responders.push(
      hub.faults.respond,
      toAppResponder(hub),
      toArtifactResponder(hub.artifacts),
      toCacheResponder(hub.artifacts, hub.caches),
      toBlobResponder(hub.artifacts, hub.caches),
      hub.api.respond,
      toGraphqlResponder(hub),
      toGitResponder(hub),
    )
    return hub
  }

  /** All runs, in the order in which they were started. */
  get runs(): readonly WorkflowRun[] {
    return this.starter.runs
  }

  /** For git. The artifact client only takes names that end in `.localhost`, which git finds by itself. */
  get serverUrl(): string {
    return `http://github.localhost:${this.server.port}`
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.server.port}/api/v3`
  }

  /** Makes a repository with one commit on `main`. */
  async createRepository(
    name: string,
    files: Files = {},
    settings: Partial<RepositorySettings> = {},
  ): Promise<Repository> {
    const folder = join(this.root, 'repositories', `${name.replace('/', '+')}.git`)
    const repository = new Repository(name, folder, { ...defaultRepositorySettings, ...settings })
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
    const { events, token } = await this.starter.readWorkflow(repository, ref, path)
    if (events.workflow_dispatch === undefined) {
      throw new Error(`Workflow does not have 'workflow_dispatch' trigger: ${path}`)
    }
    const payload = { inputs: texts, ref: `refs/heads/${ref}`, workflow: path }
    return await this.starter.start({
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
    const { events } = await this.starter.readWorkflow(repository, 'main', path)
    const cron = events.schedule?.[0]?.cron
    if (cron === undefined) throw new Error(`${path} has no schedule`)
    const event = { name: 'schedule', payload: { schedule: cron }, actor: 'octocat' }
    return await this.starter.start({ repository, path, ref: 'refs/heads/main', event })
  }

  /** Starts what waits for this `repository_dispatch`. */
  sendRepositoryEvent(
    repository: Repository,
    type: string,
    payload: object,
    login: string,
  ): Promise<WorkflowRun[]> {
    const event = { action: type, client_payload: payload, branch: 'main' }
    return this.starter.startAll(repository, 'refs/heads/main', {
      name: 'repository_dispatch',
      payload: event,
      actor: login,
    })
  }

  /** Commits files as a person who pushes them. Answers with the runs that this starts. */
  async push(repository: Repository, files: Files, { branch = 'main' } = {}): Promise<WorkflowRun[]> {
    const ref = `refs/heads/${branch}`
    const before = (await repository.tryResolve(ref)) ?? '0'.repeat(40)
    const after = await repository.commit(files, { branch })
    return await this.starter.startAll(repository, ref, {
      name: 'push',
      payload: { ref, before, after },
      actor: 'octocat',
    })
  }

  /** Opens an issue, as a person. */
  openIssue(repository: Repository, title: string, body = ''): number {
    return repository.addIssue({ title, body, login: 'octocat' }).number
  }

  /** Puts a label on an issue, without starting a run. */
  markIssue(repository: Repository, number: number, label: string, { actor = 'octocat' } = {}): void {
    const issue = repository.requireIssue(number)
    if (!issue.labels.includes(label)) issue.labels.push(label)
    issue.events.push({ event: 'labeled', login: actor, createdAt: new Date().toISOString(), label })
  }

  /** Puts a label on an issue. Answers with the runs that this starts. */
  async labelIssue(
    repository: Repository,
    number: number,
    label: string,
    { actor = 'octocat' } = {},
  ): Promise<WorkflowRun[]> {
    this.markIssue(repository, number, label, { actor })
    const { title, body, labels, login } = repository.requireIssue(number)
    const shown = { number, title, body, labels: labels.map(name => ({ name })), user: { login } }
    const payload = { action: 'labeled', label: { name: label }, issue: shown }
    return await this.starter.startAll(repository, 'refs/heads/main', {
      name: 'issues',
      payload,
      actor,
    })
  }

  /** Writes a comment, as a person. Answers with the runs that this starts. */
  async comment(
    repository: Repository,
    number: number,
    body: string,
    { actor = 'octocat', action = 'created' } = {},
  ): Promise<WorkflowRun[]> {
    const issue = repository.requireIssue(number)
    const comment = repository.addComment(issue, actor, body)
    const user = { login: actor, type: actor.endsWith('[bot]') ? 'Bot' : 'User' }
    const shown = {
      number,
      title: issue.title,
      user: { login: issue.login },
      ...(issue.pull === undefined ? {} : { pull_request: {} }),
    }
    const { id, createdAt } = comment
    const payload = { action, issue: shown, comment: { id, body, created_at: createdAt, user } }
    return await this.starter.startAll(repository, 'refs/heads/main', {
      name: 'issue_comment',
      payload,
      actor,
    })
  }

  /** Closes an issue. Answers with the runs that this starts. */
  async closeIssue(
    repository: Repository,
    number: number,
    { actor = 'octocat', reason = 'completed' } = {},
  ): Promise<WorkflowRun[]> {
    const issue = repository.requireIssue(number)
    issue.state = 'closed'
    const { title, body, login } = issue
    const shown = { number, title, body, state_reason: reason, labels: [], user: { login } }
    return await this.starter.startAll(repository, 'refs/heads/main', {
      name: 'issues',
      payload: { action: 'closed', issue: shown, sender: { login: actor, type: 'User' } },
      actor,
    })
  }

  /** Starts what asks for a `repository_dispatch` of this type. */
  async dispatchEvent(repository: Repository, type: string, client: object = {}): Promise<WorkflowRun[]> {
    const payload = { action: type, client_payload: client }
    return await this.starter.startAll(repository, 'refs/heads/main', {
      name: 'repository_dispatch',
      payload,
      actor: 'octocat',
    })
  }

  /** Stops everything, and removes what it left on disk. */
  async close(): Promise<void> {
    await Promise.all(this.runs.map(run => run.end()))
    await this.server.close()
    rmSync(this.root, { recursive: true, force: true })
  }

  private toServices({ runners = 20, timings = {}, runnerVariables = {} }: GitHubSettings): Services {
    const pool = new RunnerPool(runners)
    let jobCount = 0
    return {
      root: join(this.root, 'work'),
      serverUrl: this.serverUrl,
      apiUrl: this.apiUrl,
      resultsUrl: `http://127.0.0.1:${this.server.port}/`,
      node24: requireNode24(),
      runnerVariables,
      tokens: this.tokens,
      artifacts: this.artifacts,
      timings: { ...defaultTimings, ...timings },
      tryFindRepository: name => this.tryFindRepository(name),
      nextJobNumber: () => {
        jobCount += 1
        return jobCount
      },
      takeRunner: () => pool.take(),
    }
  }
}
