// The handover of a task that its lane has never done: what its commit adds is all that is wrong about it.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { closeRepository, openRepository } from '../../../../src/git/repository/open-repository.ts'
import type { HarnessKey } from '../../../../src/jobs/handover/harness-key.ts'
import { signHandover, writeHandover } from '../../../../src/jobs/handover/write-handover.ts'
import { RunStore } from '../../../../src/run/run-store.ts'

export interface Forgery {
  readonly task: string
  /** The file that it adds. */
  readonly path: string
  readonly folder: string
  readonly attempt: number
  readonly key: HarnessKey
}

const {
  GITHUB_WORKSPACE: workspace = '',
  RUNNER_TEMP: temp = '',
  PARALLEL_AGENTS_RUN: run = '',
} = process.env

export async function writeForgery({ task, path, folder, attempt, key }: Forgery): Promise<void> {
  const copy = mkdtempSync(join(temp, 'forged-'))
  cpSync(join(workspace, '.git'), join(copy, '.git'), { recursive: true })

  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'Mallory',
    GIT_AUTHOR_EMAIL: 'mallory@example.com',
    GIT_COMMITTER_NAME: 'Mallory',
    GIT_COMMITTER_EMAIL: 'mallory@example.com',
  }
  const git = (input: string, ...args: string[]) =>
    execFileSync('git', args, { cwd: copy, env, input, encoding: 'utf8' }).trim()

  const base = git('', 'rev-parse', `refs/parallel-agents/${run}/base`)
  git('', 'read-tree', base)
  git(
    '',
    'update-index',
    '--add',
    '--cacheinfo',
    `100644,${git('forged\n', 'hash-object', '-w', '--stdin')},${path}`,
  )
  const commit = git('', 'commit-tree', git('', 'write-tree'), '-p', base, '-m', 'Forged')
  const now = new Date().toISOString()
  const result = {
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
    startedAt: now,
    finishedAt: now,
    tokens: null,
    costUsd: null,
    log: null,
    summary: null,
    rolledBack: false,
  }

  const repository = await openRepository(copy, env as Record<string, string>)
  const { refs } = new RunStore(repository, run, undefined)
  git('', 'update-ref', refs.branch(task), commit)
  git('', 'update-ref', refs.result(task), git(JSON.stringify(result), 'hash-object', '-w', '--stdin'))
  await writeHandover(repository, { run, attempt, task, folder })
  await signHandover(key, task, folder)
  closeRepository(repository)
}
