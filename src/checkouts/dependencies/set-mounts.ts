import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isFolder } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import {
  type MountedFolder,
  readMountedFolders,
  writeMountedFolders,
} from '../../git/worktree/mounted-folders.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toMountState } from '../../run/sandboxing/open-mounts.ts'
import { canMount } from '../../sandbox/overlays.ts'
import { runCommandLine } from '../databases/run-program.ts'
import type { Sharing } from './store.ts'
import { holdSet } from './used-sets.ts'

/** Each costs a mount at every start of a command. */
const mostMounts = 64

/** How a checkout shares stored sets with others. */
export function toSharing(context: RunContext, worktree: Worktree): Sharing {
  const { sandbox } = context
  if (sandbox.kind === 'none') return { linked: 'all' }
  if (sandbox.kind === 'user') return { linked: 'closed' }
  if (!mayMount(context)) return { linked: 'none' }
  const state = dirname(worktree.gitDirectory)
  return {
    linked: 'none',
    canMount: async paths =>
      canMountAll(state, nameMounts(paths.map(path => ({ from: join(worktree.path, path), path })))),
    tryMount: async (set, folders) => {
      await holdSet(set)
      const mounted = nameMounts(folders)
      if (!existsSync(set) || (await hasLinks(set)) || !(await canMountAll(state, mounted))) return false
      for (const { path } of folders) await mkdir(join(worktree.path, path))
      writeMountedFolders(state, [...readMountedFolders(state), ...mounted])
      return true
    },
  }
}

/** Whether a checkout without a sandbox has hard links to its files, and so may change them. Files of a set may be links to each other. */
async function hasLinks(set: string): Promise<boolean> {
  const find = [requireProgram('find'), set, '-type', 'f', '-links', '+1', '-printf', '%i %n\\n']
  const listing = await runCommandLine(find, { env: {}, mostCharacters: 1 << 28 })
  const inside = new Map<string, number>()
  for (const file of listing.split('\n').filter(line => line !== ''))
    inside.set(file, (inside.get(file) ?? 0) + 1)
  return [...inside].some(([file, count]) => count < Number(file.split(' ')[1]))
}

/** Services and an agent change a checkout at the same time, and would not see each other's changes. */
function mayMount({ sandbox, plan }: RunContext): boolean {
  return sandbox.kind !== 'none' && sandbox.hasOverlays && Object.keys(plan.services).length === 0
}

/** Whether everything that is mounted in a checkout is still there. */
export async function hasItsMounts(context: RunContext, worktree: Worktree): Promise<boolean> {
  const state = dirname(worktree.gitDirectory)
  const mounted = readMountedFolders(state)
  if (mounted.length === 0) return true
  if (!mayMount(context) || !mounted.every(({ from }) => isFolder(from))) return false
  for (const { from, path } of mounted) await holdSet(from.slice(0, -path.length - 1))
  return true
}

/** Before something else takes the place of folders. */
export async function unmountFolders(
  { control }: RunContext,
  worktree: Worktree,
  paths: readonly string[],
): Promise<void> {
  const state = dirname(worktree.gitDirectory)
  const mounted = readMountedFolders(state)
  const ended = mounted.filter(({ path }) => paths.includes(path))
  if (ended.length === 0) return
  writeMountedFolders(
    state,
    mounted.filter(folder => !ended.includes(folder)),
  )
  for (const { name } of ended) await control.trash.take(toMountState(state, name))
}

function nameMounts(folders: readonly Omit<MountedFolder, 'name'>[]): MountedFolder[] {
  return folders.map(folder => ({ ...folder, name: randomBytes(6).toString('hex') }))
}

/** Names of folders come from tasks: one may be unfit for the options of a mount. */
async function canMountAll(state: string, mounted: readonly MountedFolder[]): Promise<boolean> {
  if (mounted.length === 0 || mounted.length > mostMounts) return false
  return canMount(
    mounted.map(({ from, name }) => ({ lowers: [from], at: from, state: toMountState(state, name) })),
  )
}
