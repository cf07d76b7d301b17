import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { Harness } from '../repository/harness.ts'
import { toRawPath, toText } from '../worktree/native-path.ts'
import type { Worktree } from '../worktree/worktree.ts'
import { readHead } from './agent-git-directory.ts'
import { readSubmoduleChanges } from './submodule-changes.ts'

/** A further worktree of the git directory that an agent was given, inside of its own one. */
export interface InnerWorktree {
  readonly path: string
  /** Undefined when it cannot be read. */
  readonly head: ObjectId | undefined
}

/** What the repositories inside of a worktree hold. */
export interface InnerRepositories {
  /** Their commits are in the git directory of the agent. */
  readonly worktrees: readonly InnerWorktree[]
  /** Work that a branch cannot hold: the agent has to take it away. */
  readonly problems: readonly string[]
  /** What else is in there and nowhere else. */
  readonly left: readonly string[]
}

export interface InnerRequest {
  readonly worktree: Worktree
  /** As in a survey of the worktree. */
  readonly repositories: readonly string[]
  /** What the entries of its submodules name. */
  readonly submodules: ReadonlyMap<string, ObjectId>
}

/** Reads what is in repositories inside of a worktree, without running anything that is configured in them. */
export async function readInnerRepositories(
  harness: Harness,
  { worktree, repositories, submodules }: InnerRequest,
): Promise<InnerRepositories> {
  const own = await listOwnWorktrees(worktree)
  const worktrees = [...own].map(([rawPath, name]) => ({
    path: toText(rawPath),
    head: readHead(worktree.gitDirectory, name),
  }))
  const expected = new Map(submodules)
  const problems: string[] = []
  const left: string[] = []
  for (const rawPath of repositories.filter(path => !own.has(path))) {
    const entry = expected.get(rawPath)
    if (entry === undefined) problems.push(`${toText(rawPath)} is a nested git repository`)
    else {
      const changes = await readSubmoduleChanges(harness, worktree, { rawPath, entry })
      problems.push(...changes.problems)
      left.push(...changes.left)
      for (const { rawPath: path, id } of changes.gitlinks) expected.set(`${rawPath}/${path}`, id)
    }
  }
  return { worktrees, problems, left }
}

/** The worktrees inside of a worktree that its own git directory knows (`git worktree add`), by their path, with their names. */
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
