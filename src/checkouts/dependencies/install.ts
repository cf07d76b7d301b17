import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandEnd } from '../../agents/process/supervise.ts'
import { isFolder, readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { isRealFolder } from '../../files/real-folder.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { placeOf, type Worktree } from '../../git/worktree/worktree.ts'
import type { RunContext } from '../../run/run-context.ts'
import { runScript, type ScriptRequest } from '../../run/run-script.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { machineFolder, tryClaim } from '../claims/claims.ts'
import { findManagers, isInstallOf, type PackageManager } from './managers.ts'
import { tryOwnScripts } from './own-scripts.ts'
import { findSetKey } from './set-key.ts'
import { findKeys, type SetKeys } from './set-keys.ts'
import { hasItsMounts, toSharing, unmountFolders } from './set-mounts.ts'
import { DependencyStore } from './store.ts'
import { toStoreFolder } from './stored-sets.ts'
import { toTreeFiles } from './tree-files.ts'

export interface InstallRequest {
  readonly worktree: Worktree
  /** How to run a command there. */
  readonly script: Omit<ScriptRequest, 'script' | 'title' | 'directory'>
}

const done: CommandEnd = { kind: 'exited', code: 0, seconds: 0 }
const turnMilliseconds = 200

/** The plan's setup without what installing dependencies already did; undefined: nothing left. */
export function findOwnSetup(
  { plan }: RunContext,
  { path }: Worktree,
  setup: string | undefined,
): string | undefined {
  if (setup === undefined || plan.checkout.dependencies === 'off') return setup
  return isInstallOf(listManagers(path), setup) ? undefined : setup
}

/** Whether dependencies are installed although the plan does not say how. */
export function installsDependencies({ plan }: RunContext, { path }: Worktree): boolean {
  return (
    plan.checkout.dependencies === 'auto' && listManagers(path).some(({ install }) => install !== undefined)
  )
}

function listManagers(path: string): PackageManager[] {
  return findManagers(file => existsSync(join(path, file))).map(({ manager }) => manager)
}

/** Installs the dependencies in a checkout's lock files, from the store where possible. */
export async function installDependencies(context: RunContext, request: InstallRequest): Promise<CommandEnd> {
  if (context.plan.checkout.dependencies === 'off') return done
  for (const manager of listManagers(request.worktree.path)) {
    const end = await install(context, request, manager)
    if (end.kind !== 'exited' || end.code !== 0) return end
  }
  return done
}

async function install(
  context: RunContext,
  request: InstallRequest,
  manager: PackageManager,
): Promise<CommandEnd> {
  const { worktree } = request
  const { install: script, folder } = manager
  if (script === undefined) return done
  const listing = await runGit(placeOf(context.control, worktree), ['ls-files', '-z', '--stage'])
  const files = toTreeFiles(listing)
  const key = await findSetKey(manager, files, request.script.env)
  const note = join(dirname(worktree.gitDirectory), `dependencies-${manager.name.replace(/\W/g, '')}`)
  // An earlier tree had the same lock file.
  if (readPlainText(note) === key && (await hasItsMounts(context, worktree))) return done
  const isUsed = existsSync(note)
  writePlainFile(note, '')
  const end =
    folder === undefined
      ? await run(context, request, script)
      : await installOnce(context, request, {
          ...manager,
          install: script,
          folder,
          paths: files.map(({ path }) => path),
          keys: await findKeys(context, worktree.path, { key, files, isUsed }),
        })
  if (end.kind === 'exited' && end.code === 0) writePlainFile(note, key)
  return end
}

interface StoredInstall extends PackageManager {
  readonly install: string
  readonly folder: string
  /** All files of the checkout. */
  readonly paths: readonly string[]
  readonly keys: SetKeys
}

/** The first caller installs; others wait for it. */
async function installOnce(
  context: RunContext,
  request: InstallRequest,
  stored: StoredInstall,
): Promise<CommandEnd> {
  const { repository, signal } = context
  const { worktree } = request
  const { path } = worktree
  const { read } = stored.keys
  const store = new DependencyStore(toStoreFolder(repository), toSharing(context, worktree))
  const isPlaced = async () => {
    for (const key of read) if (await store.tryPlace(key, path)) return true
    return false
  }
  const earlier = listFolders(path, stored)
  await unmountFolders(context, worktree, earlier)
  await removeFolders(path, earlier)
  for (;;) {
    if (signal.aborted) return { kind: 'stopped', seconds: 0 }
    if (await isPlaced()) return runOwnScripts(context, request, stored)
    const release = await tryClaim(machineFolder, [toTurn(stored, repository)])
    if (release === undefined) {
      await sleep(turnMilliseconds * (0.5 + Math.random()))
      continue
    }
    try {
      if (await isPlaced()) return await runOwnScripts(context, request, stored)
      return await installAndKeep(context, request, { stored, store })
    } finally {
      release()
    }
  }
}

async function installAndKeep(
  context: RunContext,
  request: InstallRequest,
  { stored, store }: { readonly stored: StoredInstall; readonly store: DependencyStore },
): Promise<CommandEnd> {
  const { path } = request.worktree
  const { write } = stored.keys
  const end = await run(context, request, stored.install)
  const folders = listFolders(path, stored).filter(folder => isFolder(join(path, folder)))
  if (write === undefined || end.kind !== 'exited' || end.code !== 0 || folders.length === 0) return end
  const isThere =
    (await tryKeep(store, { ...request, key: write, folders })) || (await store.tryPlace(write, path))
  return isThere ? end : run(context, request, stored.install)
}

interface KeepRequest extends InstallRequest {
  readonly key: string
  readonly folders: readonly string[]
}

/** A full disk, for example, harms only other checkouts. False: the folders are not in this checkout any more. */
async function tryKeep(
  store: DependencyStore,
  { worktree, script, key, folders }: KeepRequest,
): Promise<boolean> {
  try {
    return await store.keep(key, worktree.path, folders)
  } catch (error) {
    const reason = (error as Error).message
    await writeLogLine(script.logPath, `dependencies could not be stored for other checkouts: ${reason}`)
    return folders.every(folder => isFolder(join(worktree.path, folder)))
  }
}

/** Other clones of a repository, perhaps of other users, have their own store and need not wait. */
function toTurn({ keys }: StoredInstall, repository: Repository): string {
  const place = createHash('sha256').update(toStoreFolder(repository)).digest('hex').slice(0, 8)
  return `install-${keys.read.at(-1)}-${place}`
}

/** The folders at the top and in each package of a workspace. */
function listFolders(root: string, { folder, manifests = [], paths }: StoredInstall): string[] {
  const packages = paths.filter(path => manifests.includes(path.replace(/.*\//, ''))).map(dirname)
  const folders = [...new Set(['.', ...packages])].map(path => (path === '.' ? folder : `${path}/${folder}`))
  const isTracked = (path: string) => paths.some(file => file.startsWith(`${path}/`))
  return folders.filter(path => isRealFolder(root, dirname(path)) && !isTracked(path))
}

async function removeFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(join(root, folder), { recursive: true, force: true })
}

async function runOwnScripts(
  context: RunContext,
  request: InstallRequest,
  stored: StoredInstall,
): Promise<CommandEnd> {
  const scripts = tryOwnScripts(stored, request.worktree.path, stored.paths)
  return scripts === undefined ? done : run(context, request, scripts)
}

function run(
  context: RunContext,
  { worktree, script }: InstallRequest,
  command: string,
): Promise<CommandEnd> {
  return runScript(context, { ...script, script: command, title: 'dependencies', directory: worktree.path })
}
