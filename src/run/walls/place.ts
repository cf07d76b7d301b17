import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { makeOwnFolder } from '../../files/own-folder.ts'
import { isFolder, readPlainText } from '../../files/plain-file.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment, Plan } from '../../model/plan.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { DeniedHosts } from './denied-hosts.ts'

/** What the walls need to know of a run. */
export interface WalledRun {
  readonly repository: Pick<Repository, 'root' | 'directory' | 'env' | 'keys' | 'store' | 'config'>
  readonly sandbox: Sandbox
  readonly plan: Pick<Plan, 'checkout' | 'services' | 'env' | 'homeFiles' | 'network' | 'limits'>
  readonly deniedHosts: DeniedHosts
  readonly paths: {
    readonly worktrees: string
    readonly scratch: string
    nameOf(folder: string): string | undefined
    log(name: string): string
    task(name: string): {
      readonly folder: string
      readonly exchange: string
      readonly worktreeState: string
      readonly home: string
    }
  }
}

/** Where a command runs, and what is its own there. */
export interface Place {
  /** The task, or what else is checked out there. */
  readonly name: string
  readonly checkout: string
  readonly gitDirectory: string
  readonly exchange: string
  /** Its home, as a folder of the machine. */
  readonly home: string
  /** What it changes in caches. */
  readonly caches: string
}

/** The place of whatever is checked out where a directory is. */
export function toPlace({ paths }: WalledRun, directory: string): Place {
  const folder = relative(paths.worktrees, directory).split('/')[0] as string
  const name = paths.nameOf(folder) ?? folder
  const task = paths.task(name)
  const own = { home: task.home, caches: join(task.folder, 'caches') }
  for (const path of [task.folder, own.home, own.caches]) makeOwnFolder(path)
  return {
    ...own,
    name,
    checkout: join(paths.worktrees, folder),
    gitDirectory: join(task.worktreeState, 'git'),
    exchange: task.exchange,
  }
}

/** The home of the user; undefined: it is not a folder of its own on this machine. */
export function tryUserHome({ HOME: home = '' }: Environment): string | undefined {
  if (!isAbsolute(home) || home === '/' || !isFolder(home)) return undefined
  return realpathSync(home)
}

/** So deep may repositories borrow from each other in git. */
const deepestAlternates = 6

/** The objects of the repository, and of those that it borrows from, directly or not. */
export function toObjectFolders(folder: string, depth = 0): string[] {
  if (depth > deepestAlternates) return []
  const borrowed = readPlainText(join(folder, 'info', 'alternates'))
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => resolve(folder, line))
  return [folder, ...borrowed.flatMap(other => toObjectFolders(other, depth + 1))]
}

/** Whether a path is a folder or something in it. */
export function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** The checkout of the user, and what is known to it: nothing when the home is in it. */
export function toShownRepository({ repository, paths }: WalledRun, home: string | undefined): string[] {
  const { root, directory, store } = repository
  const holdsHome = home !== undefined && isIn(root, home)
  return [
    ...(holdsHome ? [] : [root]),
    join(directory, 'hooks'),
    paths.scratch,
    ...toObjectFolders(store.folder),
  ]
}

/** Folders that hold what others of the run and the user have. */
export function toHidden({ repository, paths }: WalledRun): string[] {
  return ['/home', '/root', '/media', '/mnt', dirname(paths.worktrees), repository.directory]
}
