import { execFileSync } from 'node:child_process'
import type { TaskResult } from '../../src/model/task-result.ts'
import { readPlan } from '../../src/plan/schema/read-plan.ts'
import { toStoredText } from '../../src/plan/schema/stored-plan.ts'
import { nothingReported } from './nothing-reported.ts'
import { gitEnvironment, type TestRepository } from './repository.ts'

/**
 * A run whose tasks have all succeeded, without any agent: each of the branches writes one file. For tests of what comes after.
 *
 * @param files What each task writes, by its id: path and content.
 * @returns The id of the run.
 */
export function storeRun(
  repository: TestRepository,
  files: Readonly<Record<string, readonly [path: string, text: string]>>,
  integration: Readonly<Record<string, unknown>>,
): string {
  const run = '20260101-000000-abcd'
  const base = repository.git('rev-parse', 'main')
  const ids = Object.keys(files)
  const commands = Object.entries(files).map(
    ([id, [path, text]]) =>
      `commit refs/heads/agents/${run}/tasks/${id}\ncommitter T <t@example.com> 1767323045 +0000\ndata ${id.length}\n${id}\nfrom ${base}\nM 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  )
  const input = (args: string[], text: string) =>
    execFileSync('git', args, {
      cwd: repository.folder,
      input: text,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnvironment },
    }).trim()
  input(['fast-import', '--quiet'], commands.join(''))
  const tasks = Object.fromEntries(ids.map(id => [id, { prompt: id }]))
  const text = JSON.stringify({ name: 'Stored', agent: 'claude', target: 'main', tasks, integration })
  const { file, order } = readPlan({ name: 'plan', text, readPrompt: () => undefined, isFolder: () => false })
  const commits = repository
    .git('for-each-ref', '--format=%(objectname) %(refname:lstrip=5)', `refs/heads/agents/${run}`)
    .split('\n')
    .map(line => line.split(' ') as [string, string])
  const state = `refs/parallel-agents/${run}`
  const store = (content: string) => input(['hash-object', '-w', '--stdin'], content)
  const lines = [
    `create ${state}/plan ${store(toStoredText(file, order))}`,
    `create ${state}/base ${base}`,
    ...commits.map(
      ([commit, id]) =>
        `create ${state}/results/${id} ${store(JSON.stringify(toResult(run, id, base, commit)))}`,
    ),
  ]
  input(['update-ref', '--stdin'], `${lines.join('\n')}\n`)
  return run
}

function toResult(run: string, task: string, base: string, commit: string): TaskResult {
  return {
    version: 1,
    task,
    outcome: 'succeeded',
    reason: null,
    branch: `agents/${run}/tasks/${task}`,
    base,
    commit,
    kept: null,
    attempts: 1,
    filesChanged: 1,
    agentSeconds: 1,
    seconds: 1,
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:01.000Z',
    tokens: null,
    costUsd: null,
    ...nothingReported,
    log: null,
    summary: null,
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
}
