import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) {
    for (const path of [folder, `${folder}.parallel-agents`])
      rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** A folder that is deleted after the tests of the file. */
export function makeFolder(name = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `pa-${name}-`))
  folders.push(folder)
  return folder
}

/** A copy that is deleted after the tests of the file. */
export function copyFolder(from: string, name = 'copy'): string {
  const folder = makeFolder(name)
  // node takes many times as long
  execFileSync('cp', ['-a', `${from}/.`, folder])
  return folder
}

/** What tests do with a repository. */
export interface TestRepository {
  readonly folder: string
  git(...args: string[]): string
  write(files: Readonly<Record<string, string>>): void
  read(path: string): string
  /** Content of a file in a commit. */
  show(commit: string, path: string): string
  commit(message: string): string
}

/** Settings of the machine must not count. */
export const gitEnvironment = {
  // Scripted agents leave marks all over the machine. Tests of the sandbox ask for it by --sandbox.
  PARALLEL_AGENTS_SANDBOX: process.env.PARALLEL_AGENTS_SANDBOX ?? 'none',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
}

/** A repository with one commit on `main`. */
export function makeRepository(
  files: Readonly<Record<string, string>> = {},
  folder = makeFolder('repo'),
): TestRepository {
  const repository = openTestRepository(folder)
  repository.git('init', '--quiet', '--initial-branch=main')
  repository.git('config', 'user.name', 'Test User')
  repository.git('config', 'user.email', 'test@example.com')
  repository.write({ 'README.md': '# Test\n', ...files })
  repository.commit('start')
  return repository
}

export function openTestRepository(folder: string): TestRepository {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnvironment },
      stdio: 'pipe',
    }).trimEnd()
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  return {
    folder,
    git,
    write,
    read: path => readFileSync(join(folder, path), 'utf8'),
    show: (commit, path) => git('show', `${commit}:${path}`),
    commit: message => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD')
    },
  }
}
