import type { Stats } from 'node:fs'
import { copyFile, lstat, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Repository } from './open-repository.ts'

/** Usual contents of a git directory, from git and from tools that store more than a key. */
const known = new Set([
  ...['branches', 'hooks', 'info', 'lfs', 'logs', 'modules', 'objects', 'refs', 'reftable', 'worktrees'],
  ...['config', 'config.worktree', 'description', 'gc.log', 'gc.pid', 'packed-refs', 'shallow'],
  ...['rebase-apply', 'rebase-merge', 'rr-cache', 'sequencer', 'fsmonitor--daemon'],
  ...['annex', 'gitbutler', 'jj', 'parallel-agents', 'sl', 'svn'],
])
const ofGit = /^([A-Z_]+|.*\.lock|(shared)?index(\..+)?|(fsmonitor|tmp).*)$/

/** Keys are small. */
const mostFiles = 100
const mostBytes = 1_000_000

/** Copies keys that filters may need from the git directory: git-crypt and others find their keys by `git rev-parse --git-dir`. */
export async function copyFilterKeys(repository: Repository, gitDirectory: string): Promise<void> {
  const hasFilters = [...repository.config.keys()].some(key =>
    /^filter\.(?!lfs\.).+\.(clean|smudge|process)$/s.test(key),
  )
  if (!hasFilters) return
  const entries = await readdir(repository.directory)
  for (const name of entries.filter(entry => !known.has(entry) && !ofGit.test(entry))) {
    for (const path of await listSmall(repository.directory, name)) {
      await mkdir(dirname(join(gitDirectory, path)), { recursive: true, mode: 0o700 })
      // An unreadable file is not this user's key; otherwise the filter reports it.
      await copyFile(join(repository.directory, path), join(gitDirectory, path)).catch(() => {})
    }
  }
}

/** The files under a path, without links; none if they are more than keys would be. */
async function listSmall(root: string, path: string): Promise<string[]> {
  const isFolder = (await tryLook(join(root, path)))?.isDirectory() === true
  const inner = isFolder ? await readdir(join(root, path), { recursive: true }) : ['']
  if (inner.length > mostFiles) return []
  const found = await Promise.all(
    inner.map(async name => ({ path: join(path, name), facts: await tryLook(join(root, path, name)) })),
  )
  const files = found.filter(({ facts }) => facts?.isFile() === true)
  const bytes = files.reduce((sum, { facts }) => sum + (facts?.size ?? 0), 0)
  return bytes > mostBytes ? [] : files.map(file => file.path)
}

function tryLook(path: string): Promise<Stats | undefined> {
  return lstat(path).catch(() => undefined) // just deleted
}
