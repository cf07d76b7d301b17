import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { openGitHub } from '../../src/action/github/github.ts'
import { GitHubForge } from '../../src/action/github/pull-requests.ts'
import type { CollectedRun } from '../../src/jobs/collect/collected-run.ts'
import { ArtifactsExchange } from '../../src/jobs/exchange/artifacts-exchange.ts'
import { RefsExchange } from '../../src/jobs/exchange/refs-exchange.ts'
import {
  toArtifactName,
  toLaneArtifactName,
  toMergeTrialName,
} from '../../src/jobs/handover/artifact-name.ts'
import { HarnessKey } from '../../src/jobs/handover/harness-key.ts'
import { signHandover, writeHandover } from '../../src/jobs/handover/write-handover.ts'
import { createRun } from '../../src/jobs/lane/create-run.ts'
import { type MergeJobEnd, mergeJob } from '../../src/jobs/merge-job.ts'
import { type ContinuedRun, continueRun, type PartLimits } from '../../src/jobs/publish/continue-run.ts'
import type { PublishRequest } from '../../src/jobs/publish/prepare-publication.ts'
import type { Publication } from '../../src/jobs/publish/publication.ts'
import { type PublishPreview, previewPublish, publishRun } from '../../src/jobs/publish/publish-run.ts'
import { toMergeArtifactName, tryLatestMerge } from '../../src/jobs/tested-merge/merge-artifact.ts'
import type { MergeEnd } from '../../src/jobs/tested-merge/merge-end.ts'
import {
  readTestedMerge,
  type TestedMerge,
  toMergeDigest,
  toTestedMergeText,
} from '../../src/jobs/tested-merge/tested-merge.ts'
import type { JobSpan } from '../../src/jobs/transport/job-spans.ts'
import { toLaneNoteText } from '../../src/jobs/transport/lane-note.ts'
import type { Land } from '../../src/model/plan.ts'
import { readPlan } from '../../src/plan/schema/read-plan.ts'
import { toStoredText } from '../../src/plan/schema/stored-plan.ts'
import { commitFiles, type Ending, endTask, type Fixture, open, refs, run } from '../handover/fixture.ts'
import {
  copyFolder,
  makeFolder,
  makeRepository,
  openTestRepository,
  type TestRepository,
} from '../support/repository.ts'
import { ApiStub } from './api-stub.ts'
import { FolderStore } from './folder-store.ts'

export { refs, run }

/** Of the processes that do lanes. */
const key = new HarnessKey()
const stubs: ApiStub[] = []
afterAll(() => {
  for (const stub of stubs.splice(0)) stub.close()
})

export interface WorldSettings {
  /** As in a plan file, without prompts. */
  readonly tasks: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly plan?: Readonly<Record<string, unknown>>
  /** Files of the base. */
  readonly files?: Readonly<Record<string, string>>
}

export interface Call {
  readonly attempt?: number
  readonly land?: Land
  /** What the job that merges has answered. Default: what it would answer for the merge that is there. */
  readonly merged?: string | undefined
  /** How the job that merges ended, by the word of GitHub. */
  readonly mergeEnd?: MergeEnd
}

/** Where a world lies. */
interface Places {
  readonly source: TestRepository
  readonly remote: TestRepository
  readonly artifacts: FolderStore
}

async function startApi(): Promise<ApiStub> {
  const api = await ApiStub.start()
  stubs.push(api)
  return api
}

type Changed = Readonly<Record<string, string | null>>
type GivenEnding = Ending & { readonly attempt?: number }

const onePart: PartLimits = { part: 1, mostParts: 1 }

function requireMerged(end: Awaited<ReturnType<typeof mergeJob>>): MergeJobEnd {
  if (end.kind === 'merged') return end
  throw new Error('the run goes on in another workflow run')
}

/** A run whose tasks are done in one repository, handed over as artifacts, and published to a remote by jobs with clones of their own. */
export class World {
  readonly remote: TestRepository
  readonly artifacts: FolderStore
  readonly api: ApiStub
  readonly base: string
  /** What GitHub shows of the jobs of the workflow run. */
  readonly jobs: JobSpan[] = []
  /** Seconds that were waited between questions to GitHub. */
  readonly waits: number[] = []
  private readonly source: TestRepository
  private readonly settings: WorldSettings
  private readonly planText: string
  private fixture: Fixture | undefined

  private constructor(api: ApiStub, settings: WorldSettings, { source, remote, artifacts }: Places) {
    const { tasks, plan = {} } = settings
    this.api = api
    this.settings = settings
    this.source = source
    this.base = source.git('rev-parse', 'HEAD')
    this.remote = remote
    this.artifacts = artifacts
    const agents = { does: { command: 'false' }, ...(plan.agents as object | undefined) }
    const prompted = Object.entries(tasks).map(([id, task]) => [id, { prompt: id, ...task }])
    const whole = { name: 'Test', overlap: 'warn', agent: 'does', ...plan, agents }
    this.planText = JSON.stringify({ ...whole, tasks: Object.fromEntries(prompted) })
  }

  static async make(settings: WorldSettings): Promise<World> {
    const source = makeRepository(settings.files)
    const remote = openTestRepository(makeFolder('remote'))
    remote.git('init', '--quiet', '--bare', '--initial-branch=main')
    source.git('push', '--quiet', remote.folder, 'main')
    return new World(await startApi(), settings, { source, remote, artifacts: new FolderStore() })
  }

  /** The same with all that was handed over and merged so far, for a test that publishes it. */
  async copy(): Promise<World> {
    const [source, remote] = [this.source, this.remote].map(({ folder }) =>
      openTestRepository(copyFolder(folder)),
    ) as [TestRepository, TestRepository]
    const artifacts = new FolderStore(copyFolder(this.artifacts.folder))
    return new World(await startApi(), this.settings, { source, remote, artifacts })
  }

  /** A task that has changed these files ends, and is handed over. */
  async handOver(task: string, files: Changed, given: GivenEnding = {}): Promise<string> {
    const { attempt = 1, ...ending } = given
    const start = ending.start ?? this.base
    const commit = commitFiles(this.source, [start], files)
    await endTask(await this.openSource(), task, { ...ending, start, commit })
    await this.give(task, attempt)
    return commit
  }

  /** A task that ended without a branch is handed over. */
  async handOverFailure(task: string, { attempt = 1, ...ending }: GivenEnding = {}): Promise<void> {
    await endTask(await this.openSource(), task, { outcome: 'failed', ...ending })
    await this.give(task, attempt)
  }

  /** Forgets that a task has ended, as a job of a later attempt does. */
  forget(task: string): void {
    for (const ref of [refs.result(task), refs.branch(task), refs.kept(task), refs.log(task)])
      this.source.git('update-ref', '-d', ref)
  }

  /** A commit that is on no branch. */
  commit(files: Changed, parent = this.base): string {
    return commitFiles(this.source, [parent], files)
  }

  /** The result of another run: what it merged. */
  commitResult(other: string): string {
    const branch = this.commit({ 'other.txt': 'other\n' })
    const message = `Merge other\n\nAgent-Run: ${other}\nAgent-Task: other`
    return this.source.git('commit-tree', `${branch}^{tree}`, '-p', this.base, '-p', branch, '-m', message)
  }

  /** A person pushes to the remote. */
  push(commit: string, ref: string): void {
    this.source.git('push', '--quiet', '--force', this.remote.folder, `${commit}:${ref}`)
  }

  async merge({ attempt = 1 }: Call = {}): Promise<MergeJobEnd> {
    return requireMerged(await this.tryMerge({ attempt }))
  }

  /** Merges, or says that the run goes on in another workflow run. */
  async tryMerge({ attempt = 1 }: Call = {}, limits: PartLimits = onePart) {
    const { artifacts, jobs } = this
    const request = { artifacts, access, readJobs: async () => jobs, merged: undefined, mergeEnd: undefined }
    return mergeJob(await this.openJob(attempt), new ArtifactsExchange(request), limits)
  }

  /** Leaves the rest to another workflow run. Answers with what was started, too. */
  async goOn(limits: PartLimits): Promise<ContinuedRun & { readonly started: readonly number[] }> {
    const started: number[] = []
    const end = await continueRun(await this.toRequest({}), limits, async part => void started.push(part))
    return { ...end, started }
  }

  async publish(call: Call = {}): Promise<Publication> {
    return publishRun(await this.toRequest(call))
  }

  async preview(call: Call = {}): Promise<PublishPreview> {
    return previewPublish(await this.toRequest(call))
  }

  /** Direct mode: the results of tasks are pushed instead. */
  async mergeDirectly(): Promise<MergeJobEnd> {
    const patterns = ['refs/heads/agents/*', 'refs/parallel-agents/*']
    this.source.git('push', '--quiet', this.remote.folder, ...patterns.map(name => `${name}:${name}`))
    return requireMerged(await mergeJob(await this.openJob(1), new RefsExchange(access), onePart))
  }

  async publishDirectly(call: Call = {}): Promise<Publication> {
    return publishRun({ ...(await this.toRequest(call)), exchange: new RefsExchange(access) })
  }

  /** The refs of the remote, without what those of a run begin with. */
  listRemote(): Record<string, string> {
    const lines = this.remote.git('for-each-ref', '--format=%(refname) %(objectname)').split('\n')
    const start = new RegExp(`^refs/(heads/agents|parallel-agents)/${run}/`)
    return Object.fromEntries(
      lines
        .map(line => line.split(' ') as [string, string])
        .map(([name, id]) => [name.replace(start, ''), id]),
    )
  }

  /** The artifact of the job that merges. */
  mergeFolder(attempt = 1): string {
    return join(this.artifacts.folder, toMergeArtifactName({ run, attempt }))
  }

  readMerge(): TestedMerge {
    const reading = readTestedMerge(readFileSync(join(this.mergeFolder(), 'merge.json')))
    if (reading.kind === 'damaged') throw new Error(reading.reason)
    return reading.value
  }

  /** Writes another merge in its place, as whoever runs in that job can. */
  forgeMerge(change: (merge: TestedMerge) => TestedMerge): void {
    this.writeMerge(toTestedMergeText(change(this.readMerge())))
  }

  /** As if the process that merges had written it. */
  writeMerge(text: string): void {
    const began = join(this.artifacts.folder, toMergeTrialName({ run, attempt: 1 }))
    writeFileSync(join(began, 'merge.key'), key.publicText)
    writeFileSync(join(this.mergeFolder(), 'merge.json'), text)
    this.signMerge(text)
  }

  signMerge(text: string): void {
    writeFileSync(join(this.mergeFolder(), 'merge.signature'), key.sign(text))
  }

  /** The service says that its artifact is from this job. */
  attributeMerge(job: string): void {
    this.artifacts.makers.set(toMergeArtifactName({ run, attempt: 1 }), job)
  }

  /** The service says that the handover of a task is from this job. */
  attribute(task: string, job: string): void {
    this.artifacts.makers.set(toArtifactName({ run, attempt: 1, task }), job)
  }

  private async openSource(): Promise<Fixture> {
    if (this.fixture !== undefined) return this.fixture
    const { source, base } = this
    const repository = await open(source)
    await createRun(repository, { run, text: this.toStored().text, base })
    const repositories = { sourceRepository: repository, trustedRepository: repository }
    this.fixture = { source, trusted: source, base, folder: makeFolder('handover'), ...repositories }
    return this.fixture
  }

  private async give(task: string, attempt: number): Promise<void> {
    const { sourceRepository, folder } = await this.openSource()
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    await writeHandover(sourceRepository, { run, attempt, task, folder })
    await signHandover(key, task, folder)
    const place = join(this.artifacts.folder, toArtifactName({ run, attempt, task }))
    mkdirSync(place, { recursive: true })
    cpSync(folder, place, { recursive: true })
    this.beginLane(task, attempt)
  }

  /** Each task is a lane of its own. */
  private beginLane(task: string, attempt: number): void {
    const place = join(this.artifacts.folder, toLaneArtifactName(run, attempt, 'begin', task))
    mkdirSync(place, { recursive: true })
    const note = toLaneNoteText({ tasks: [task] }, { attempt, job: null, proof: key.publicText })
    writeFileSync(join(place, 'lane.json'), note)
  }

  private toStored() {
    const source = { name: 'plan', text: this.planText, readPrompt: () => undefined, isFolder: () => false }
    const checked = readPlan(source)
    return { plan: checked.plan, text: toStoredText({ ...checked.file, target: 'main' }, checked.order) }
  }

  private async openJob(attempt: number): Promise<CollectedRun> {
    const clone = openTestRepository(makeFolder('clone'))
    clone.git('clone', '--quiet', '--branch=main', this.remote.folder, '.')
    clone.git('checkout', '--quiet', '--detach', this.base)
    clone.git('branch', '--quiet', '-D', 'main')
    return {
      ...this.toStored(),
      repository: await open(clone),
      run,
      attempt,
      target: 'main',
      base: this.base,
      folder: makeFolder('job'),
      signal: new AbortController().signal,
      emit: () => {},
    }
  }

  /** The answer of a job that left the latest merge, even when it lies in it. */
  private toMerged(attempt: number): string | undefined {
    const latest = tryLatestMerge(readdirSync(this.artifacts.folder), { run, attempt })
    if (latest === undefined) return undefined
    const path = join(this.mergeFolder(latest.attempt), 'merge.json')
    return toMergeDigest(statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : '')
  }

  private async toRequest(call: Call): Promise<PublishRequest> {
    const { attempt = 1, land = 'pull-request' } = call
    const merged = 'merged' in call ? call.merged : this.toMerged(attempt)
    const env = { GITHUB_REPOSITORY: 'octo/project', GITHUB_API_URL: this.api.url }
    const wait = async (seconds: number) => void this.waits.push(seconds)
    return {
      collected: await this.openJob(attempt),
      exchange: new ArtifactsExchange({
        artifacts: this.artifacts,
        access,
        readJobs: async () => this.jobs,
        merged,
        mergeEnd: call.mergeEnd,
      }),
      land,
      access,
      forge: new GitHubForge(() => openGitHub(env, this.api.token), wait),
      readFailedJobs: async () => [],
      runUrl: 'https://github.com/octo/project/actions/runs/7',
    }
  }
}

const access = { remote: 'origin', settings: [] }
