import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { ObjectId } from '../objects/objects.ts'
import { toPathText, toRawPath } from '../objects/path-text.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import type { Worktree } from '../worktree/worktree.ts'
import { readHead } from './agent-git-directory.ts'
import { readSubmoduleChanges } from './submodule-changes.ts'

/** A worktree that the agent's git directory has inside its own one. */
export interface InnerWorktree {
  readonly path: string
  /** Undefined if unreadable. */
  readonly head: ObjectId | undefined
}

/** The work in repositories inside a worktree. */
export interface InnerRepositories {
  /** Their commits are in the agent's git directory. */
  readonly worktrees: readonly InnerWorktree[]
  /** Work that a branch cannot hold: the agent must remove it. */
  readonly problems: readonly string[]
  /** Other content that exists nowhere else. */
  readonly left: readonly string[]
}

export interface InnerRequest {
  readonly worktree: Worktree
  /** As in a survey of the worktree. */
  readonly repositories: readonly string[]
  /** The commits in the entries of its submodules. */
  readonly submodules: ReadonlyMap<string, ObjectId>
}

/** Reads repositories inside a worktree, without running anything that they configure. */
export async function readInnerRepositories(
  control: ControlRepository,
  { worktree, repositories, submodules }: InnerRequest,
): Promise<InnerRepositories> {
  const own = await listOwnWorktrees(worktree)
  const worktrees = [...own].map(([rawPath, name]) => ({
    path: toPathText(rawPath),
    head: readHead(worktree.gitDirectory, name),
  }))
  const expected = new Map(submodules)
  const problems: string[] = []
  const left: string[] = []
  for (const rawPath of repositories.filter(path => !own.has(path))) {
    const entry = expected.get(rawPath)
    if (entry === undefined) problems.push(`${toPathText(rawPath)} is a nested git repository`)
    else {
      const changes = await readSubmoduleChanges(control, worktree, { rawPath, entry })
      problems.push(...changes.problems)
      left.push(...changes.left)
      for (const { rawPath: path, id } of changes.gitlinks) expected.set(`${rawPath}/${path}`, id)
    }
  }
  return { worktrees, problems, left }
}

/** The linked worktrees (`git worktree add`) inside a worktree, by path, with their names. */
async function listOwnWorktrees({ path, gitDirectory }: Worktree): Promise<Map<string, string>> {
  const folder = join(gitDirectory, 'worktrees')
  const names: string[] = await readdir(folder).catch(() => [])
  const [root, own] = await Promise.all([path, folder].map(place => realpath(place).catch(() => place)))
  const found = new Map<string, string>()
  for (const name of names) {
    const inner = dirname(readPlainText(join(folder, name, 'gitdir')).trim())
    const place = await realpath(inner).catch(() => '')
    const target = /^gitdir: (.+)$/m.exec(readPlainText(join(place, '.git')))?.[1]
    if (!place.startsWith(`${root}/`) || target === undefined) continue
    const back = await realpath(resolve(place, target)).catch(() => '')
    if (dirname(back) !== own || basename(back) !== name) continue
    if ((await lstat(place)).isDirectory()) found.set(toRawPath(place.slice(`${root}/`.length)), name)
  }
  return found
}
