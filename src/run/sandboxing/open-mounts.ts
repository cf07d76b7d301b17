import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { isFolder } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import { isRealFolder } from '../../files/real-folder.ts'
import { readMountedFolders } from '../../git/worktree/mounted-folders.ts'
import { makeOverlayState } from '../../sandbox/overlays.ts'
import type { Overlay } from '../../sandbox/view.ts'
import { makePlainFolder } from './home/plain-folder.ts'
import type { SandboxPlace } from './place.ts'

/** The folder with the changes of a checkout. */
export function toMountState(worktreeState: string, name: string): string {
  return join(worktreeState, 'mounted', name)
}

/** States of overlays that a running command uses. */
const inUse = new Set<string>()

/** The mounted folders of a command. */
export interface OpenedMounts {
  readonly overlays: readonly Overlay[]
  /** Folders that stay empty: what belongs in them was deleted. */
  readonly missing: readonly string[]
  close(): Promise<void>
}

/**
 * Two overlays must not share a state. While an agent waits with its session, a test reads what the agent has changed, and its own
 * changes are lost.
 */
export function openMounts({ checkout, gitDirectory }: SandboxPlace): OpenedMounts {
  const worktreeState = dirname(gitDirectory)
  const mounted = readMountedFolders(worktreeState)
  const overlays = mounted
    .filter(({ from, path }) => isFolder(from) && isRealFolder(checkout, dirname(path)))
    .flatMap(({ from, path, name }) => {
      const overlay = { lowers: [from], at: join(checkout, path), state: toMountState(worktreeState, name) }
      if (!inUse.has(overlay.state)) {
        makePlainFolder(checkout, path)
        return { ...overlay, isPassing: false }
      }
      // Nothing is created while an agent runs: it could put a link in place of a folder on the way.
      return isRealFolder(checkout, path) ? layOver(overlay) : []
    })
  for (const { state } of overlays) {
    makeOverlayState(state)
    inUse.add(state)
  }
  return {
    overlays,
    missing: mounted.filter(({ from }) => !isFolder(from)).map(({ path }) => path),
    close: async () => {
      for (const { state, isPassing } of overlays) {
        inUse.delete(state)
        if (isPassing) await tryDelete(state)
      }
    },
  }
}

let seconds = 0

/** The number of this process makes it new after a crash. */
function layOver({ lowers, at, state }: Overlay) {
  const own = `${state}-${process.pid}-${++seconds}`
  return { lowers: [join(state, 'upper'), ...lowers], at, state: own, isPassing: true }
}

/** Overlays leave a folder that only root may read. */
async function tryDelete(state: string): Promise<void> {
  await promisify(execFile)(requireProgram('rm'), ['-rf', '--', state]).catch(() => {}) // it goes with the checkout
}
