import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { makeOwnFolder } from '../../files/own-folder.ts'
import { isFolder, readPlainText } from '../../files/plain-file.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment, Plan } from '../../model/plan.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { DeniedHosts } from './denied-hosts.ts'

/** The part of a run's context that the sandbox needs. */
export interface SandboxedRun {
  readonly repository: Pick<Repository, 'root' | 'directory' | 'env' | 'keys' | 'store' | 'config'>
  readonly sandbox: Sandbox
  readonly announceSandbox: () => void
  readonly plan: Pick<Plan, 'checkout' | 'services' | 'env' | 'homeFiles' | 'network' | 'limits'>
  readonly deniedHosts: DeniedHosts
  readonly paths: {
    /** The folder of its records. */
    readonly state: string
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

/** Where a command runs, and its private folders. */
export interface SandboxPlace {
  /** The task, or the purpose of the checkout. */
  readonly name: string
  readonly checkout: string
  readonly gitDirectory: string
  readonly exchange: string
  /** Its home, as a folder of the machine. */
  readonly home: string
  /** Its private changes to caches. */
  readonly caches: string
}

/** The place of the checkout that holds a directory. */
export function makeSandboxPlace({ paths }: SandboxedRun, directory: string): SandboxPlace {
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

/** The user's home; undefined: it is not a separate folder on this machine. */
export function tryUserHome({ HOME: home = '' }: Environment): string | undefined {
  if (!isAbsolute(home) || home === '/' || !isFolder(home)) return undefined
  return realpathSync(home)
}

/** Maximum depth of git alternates. */
const deepestAlternates = 6

/** The objects of the repository, and of its direct and indirect alternates. */
export function listObjectFolders(folder: string, depth = 0): string[] {
  if (depth > deepestAlternates) return []
  const borrowed = readPlainText(join(folder, 'info', 'alternates'))
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => resolve(folder, line))
  return [folder, ...borrowed.flatMap(other => listObjectFolders(other, depth + 1))]
}

/** Whether a path is a folder or something in it. */
export function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** The visible parts of the repository: its hooks and objects (also of Git LFS), and the user's checkout, unless that contains the home. */
export function listShownFolders({ repository, paths }: SandboxedRun, home: string | undefined): string[] {
  const { root, directory, store } = repository
  const holdsHome = home !== undefined && isIn(root, home)
  return [
    ...(holdsHome ? [] : [root]),
    join(directory, 'hooks'),
    paths.scratch,
    // Without them, `git checkout` and `git stash` delete files in Git LFS: git-lfs finds objects beside those that git shares.
    ...listObjectFolders(store.folder).flatMap(folder => [folder, join(dirname(folder), 'lfs', 'objects')]),
  ]
}

/** Folders with data of other tasks and of the user. */
export function toHidden({ repository, paths }: SandboxedRun): string[] {
  return ['/home', '/root', '/media', '/mnt', dirname(paths.worktrees), repository.directory]
}
