import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { handoverLimits } from '../../src/jobs/handover/limits.ts'
import { type Manifest, readManifest, toManifestText } from '../../src/jobs/handover/manifest.ts'
import { type Intake, type IntakeRequest, readHandovers } from '../../src/jobs/handover/read-handovers.ts'
import { writeHandover } from '../../src/jobs/handover/write-handover.ts'
import type { TaskResult } from '../../src/model/task-result.ts'
import { toBranchName, toRunRefs } from '../../src/run/run-refs.ts'
import { openStore } from '../../src/run/run-store.ts'
import { nothingReported } from '../support/nothing-reported.ts'
import {
  copyFolder,
  gitEnvironment,
  makeFolder,
  makeRepository,
  openTestRepository,
  type TestRepository,
} from '../support/repository.ts'

export const run = '20261120-101500-ab12'
export const refs = toRunRefs(run, undefined)

const opened: Repository[] = []
afterAll(() => {
  for (const repository of opened.splice(0)) closeRepository(repository)
})

export async function open(repository: TestRepository): Promise<Repository> {
  const result = await openRepository(repository.folder, process.env as Record<string, string>)
  opened.push(result)
  return result
}

/** A task of the plan of the fixture. */
export interface PlannedTask {
  readonly files?: readonly string[]
  readonly needs?: readonly string[]
}

/** A run between two repositories: in the source tasks are done, and the trusted one takes them in. */
export interface Fixture {
  readonly source: TestRepository
  readonly trusted: TestRepository
  readonly sourceRepository: Repository
  readonly trustedRepository: Repository
  readonly base: string
  /** Where handovers are written to. */
  readonly folder: string
}

const contractScope = ['src/**', 'Folder/**', 'x*', '*.bin']

/** Both repositories know the plan and the base; no task has been done. */
export async function makeFixture(
  tasks: Readonly<Record<string, PlannedTask>> = { contract: { files: contractScope } },
): Promise<Fixture> {
  const key = JSON.stringify(tasks)
  const template = templates.get(key) ?? makeTemplate(tasks)
  templates.set(key, template)
  const folder = copyFolder(template.folder, 'fixture')
  const [source, trusted] = ['source', 'trusted'].map(name => openTestRepository(join(folder, name))) as [
    TestRepository,
    TestRepository,
  ]
  return {
    source,
    trusted,
    base: template.base,
    folder: makeFolder('handover'),
    sourceRepository: await open(source),
    trustedRepository: await open(trusted),
  }
}

/** Folders with both repositories, by their plan. */
const templates = new Map<string, Template>()

interface Template {
  readonly folder: string
  readonly base: string
}

function makeTemplate(tasks: Readonly<Record<string, PlannedTask>>): Template {
  const folder = makeFolder('template')
  mkdirSync(join(folder, 'source'))
  const source = makeRepository(
    {
      'src/a.txt': `${lines('a')}\n`,
      'src/Cafe\u0301.txt': 'coffee\n',
      'other.txt': 'other\n',
      '.github/workflows/ci.yml': 'on: push\n',
    },
    join(folder, 'source'),
  )
  const plan = {
    name: 'Test',
    overlap: 'warn',
    agent: 'does',
    agents: { does: { command: 'true' } },
    tasks: Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, { prompt: id, ...task }])),
  }
  source.git('update-ref', refs.plan, hashObject(source, 'blob', JSON.stringify(plan)))
  source.git('update-ref', refs.base, 'HEAD')
  const trusted = openTestRepository(join(folder, 'trusted'))
  const env = { ...process.env, ...gitEnvironment }
  execFileSync('git', ['clone', '-q', source.folder, trusted.folder], { env })
  trusted.git('fetch', '-q', 'origin', `${refs.plan}:${refs.plan}`, `${refs.base}:${refs.base}`)
  trusted.git('remote', 'remove', 'origin')
  for (const { folder } of [source, trusted]) rmSync(join(folder, '.git', 'hooks'), { recursive: true })
  return { folder, base: source.git('rev-parse', 'HEAD') }
}

function lines(text: string): string {
  return Array.from({ length: 50 }, (_, index) => `${text} ${index}`).join('\n')
}

/** Writes any object, unchecked. */
export function hashObject({ folder }: TestRepository, type: string, content: string | Buffer): string {
  return execFileSync('git', ['hash-object', '-w', '-t', type, '--literally', '--stdin'], {
    cwd: folder,
    input: content,
    maxBuffer: 2 ** 30,
  })
    .toString()
    .trim()
}

export type Entry = readonly [mode: string, name: string | Buffer, id: string]

/** Writes a tree of exactly these entries in exactly this order. */
export function makeTree(source: TestRepository, entries: readonly Entry[]): string {
  const parts = entries.map(([mode, name, id]) =>
    Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, 'hex')]),
  )
  return hashObject(source, 'tree', Buffer.concat(parts))
}

/** The entries of a folder in a commit. */
export function entriesOf(source: TestRepository, name: string): Entry[] {
  return source
    .git('ls-tree', '-z', name)
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const [, mode = '', id = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? []
      return [mode.replace(/^0/, ''), path, id]
    })
}

export function makeCommit(source: TestRepository, tree: string, parents: readonly string[]): string {
  const text = `tree ${tree}\n${parents.map(id => `parent ${id}\n`).join('')}author A <a@x> 1767323045 +0000\ncommitter A <a@x> 1767323045 +0000\n\nx\n`
  return hashObject(source, 'commit', text)
}

/** A commit on top of another one, with files changed through an index: any path, any mode. Content null deletes. */
export function commitFiles(
  source: TestRepository,
  parents: readonly string[],
  files: Readonly<Record<string, string | null>>,
  from = parents[0] as string,
): string {
  const index = join(makeFolder('index'), 'index')
  const env = { ...process.env, ...gitEnvironment, GIT_INDEX_FILE: index }
  const git = (args: string[], input?: string) =>
    execFileSync('git', args, { cwd: source.folder, env, input, encoding: 'utf8' }).trim()
  git(['read-tree', from])
  const lines = Object.entries(files).map(([path, content]) =>
    content === null
      ? `0 ${'0'.repeat(40)}\t${path}\0`
      : `100644 ${hashObject(source, 'blob', content)}\t${path}\0`,
  )
  git(['update-index', '-z', '--index-info'], lines.join(''))
  return makeCommit(source, git(['write-tree']), parents)
}

export interface Ending {
  readonly start?: string
  readonly commit?: string
  readonly kept?: string
  readonly log?: string
  readonly filesChanged?: number
  readonly outcome?: TaskResult['outcome']
}

/** Ends a task in the source repository, as a job would. */
export async function endTask(fixture: Fixture, task: string, ending: Ending): Promise<TaskResult> {
  const { commit = null, kept, start = fixture.base, log = 'did it\n' } = ending
  const store = await openStore(fixture.sourceRepository, run)
  const outcome = ending.outcome ?? (commit === null ? 'failed' : 'succeeded')
  const result: TaskResult = {
    version: 1,
    task,
    outcome,
    reason: outcome === 'succeeded' ? null : 'it broke',
    branch: commit === null ? null : toBranchName(store.refs.branch(task)),
    base: start,
    commit,
    kept: kept === undefined ? null : refs.kept(task),
    attempts: 1,
    filesChanged: commit === null ? null : (ending.filesChanged ?? countFiles(fixture.source, start, commit)),
    agentSeconds: 1.5,
    seconds: 2.25,
    startedAt: '2026-11-20T10:15:00.000Z',
    finishedAt: '2026-11-20T10:15:02.250Z',
    tokens: 1200,
    costUsd: 0.31,
    ...nothingReported,
    log: '/somewhere/task.log',
    summary: 'I did it. ✓',
    testDefinitions: [],
    weakenedTests: [],
    reviews: [],
    messages: [],
    workPlan: null,
    checkoutChanges: [],
    resources: null,
    notKept: null,
    rolledBack: false,
  }
  await store.saveResult(result, kept, log)
  return result
}

function countFiles(source: TestRepository, start: string, commit: string): number {
  try {
    const names = source.git('diff-tree', '-r', '-z', '--name-only', '--no-renames', start, commit)
    return names.split('\0').filter(name => name !== '').length
  } catch {
    return 1 // a tree that not even git reads
  }
}

/** Ends a task, and writes its handover. */
export async function handOver(fixture: Fixture, task: string, ending: Ending): Promise<TaskResult> {
  const result = await endTask(fixture, task, ending)
  await writeHandover(fixture.sourceRepository, { run, attempt: 1, task, folder: fixture.folder })
  return result
}

/** Takes handovers in, one for each of the tasks. */
export function takeIn(
  fixture: Fixture,
  tasks: readonly string[] = ['contract'],
  changes: Partial<IntakeRequest> = {},
): Promise<Intake> {
  const handovers = tasks.map(task => ({ task, attempt: 1, folder: fixture.folder }))
  return readHandovers(fixture.trustedRepository, {
    run,
    start: fixture.base,
    handovers,
    limits: handoverLimits,
    ...changes,
  })
}

/** Writes a manifest again with something else in it, and with the right sums: what a forger can do. */
export function forge({ folder }: Fixture, task: string, change: (manifest: Manifest) => Manifest): void {
  const path = join(folder, `${task}.json`)
  const reading = readManifest(readFileSync(path))
  if (reading.kind === 'damaged') throw new Error(reading.reason)
  const { value: manifest } = reading
  const facts = (name: string) => {
    const bytes = readFileSync(join(folder, name))
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const branch = manifest.branch && { ...manifest.branch, bundle: facts(`${task}.bundle`) }
  const kept = manifest.kept && { ...manifest.kept, bundle: facts(`${task}.kept.bundle`) }
  writeFileSync(path, toManifestText(change({ ...manifest, branch, kept })))
}

/** Everything that an intake could change in a repository: all files of git with their content, or their size where their name tells it. */
export function stateOf({ folder }: TestRepository): string {
  const git = join(folder, '.git')
  return readdirSync(git, { recursive: true, encoding: 'utf8' })
    .map(path => ({ path, stats: statSync(join(git, path)) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ path, stats: { size } }) => [
      path,
      path.startsWith('objects') ? size : readFileSync(join(git, path), 'latin1'),
    ])
    .toSorted()
    .join('\n')
}

export function hasObject(repository: TestRepository, id: string): boolean {
  try {
    repository.git('cat-file', '-e', id)
    return true
  } catch {
    return false
  }
}
