import { dirname, join } from 'node:path'
import * as z from 'zod'
import { readPlainText, removePlain, writePlainFile } from '../../files/plain-file.ts'
import { isRealFolder } from '../../files/real-folder.ts'
import { makeOverlayState } from '../../sandbox/overlays.ts'
import type { Overlay } from '../../sandbox/view.ts'
import { makePlainFolder } from './home/plain-folder.ts'
import type { SandboxPlace } from './place.ts'

/** A folder of this machine that commands see inside of their checkout, and can change for themselves. */
export interface MountedFolder {
  readonly from: string
  /** Relative to the checkout. */
  readonly path: string
  /** Of its changes. */
  readonly name: string
}

const recordSchema = z.array(z.object({ from: z.string(), path: z.string(), name: z.string() }))

/** The folders mounted in a checkout. They need a sandbox: without one, their places are empty. */
export function readMountedFolders(worktreeState: string): readonly MountedFolder[] {
  const text = readPlainText(toRecordPath(worktreeState))
  return text === '' ? [] : recordSchema.parse(JSON.parse(text))
}

/** Sets the folders for the next commands. */
export function writeMountedFolders(worktreeState: string, folders: readonly MountedFolder[]): void {
  if (folders.length > 0) writePlainFile(toRecordPath(worktreeState), JSON.stringify(folders))
  else removePlain(toRecordPath(worktreeState))
}

function toRecordPath(worktreeState: string): string {
  return join(worktreeState, 'mounted.json')
}

/** The folder with the changes of a checkout. */
export function toMountState(worktreeState: string, name: string): string {
  return join(worktreeState, 'mounted', name)
}

/** States of overlays that a running command uses. */
const inUse = new Set<string>()

/** The mounted folders of a command. */
export interface OpenedMounts {
  readonly overlays: readonly Overlay[]
  close(): void
}

/**
 * Two overlays must not share a state. While an agent waits with its session, a test reads what the agent has changed, and its own
 * changes are lost.
 */
export function openMounts({ checkout, gitDirectory }: SandboxPlace): OpenedMounts {
  const worktreeState = dirname(gitDirectory)
  const overlays = readMountedFolders(worktreeState)
    .filter(({ path }) => isRealFolder(checkout, dirname(path)))
    .map(({ from, path, name }) => {
      const overlay = {
        lowers: [from],
        at: makePlainFolder(checkout, path),
        state: toMountState(worktreeState, name),
      }
      return inUse.has(overlay.state) ? layOver(overlay) : overlay
    })
  for (const { state } of overlays) {
    makeOverlayState(state)
    inUse.add(state)
  }
  return {
    overlays,
    close: () => {
      for (const { state } of overlays) inUse.delete(state)
    },
  }
}

let seconds = 0

/** The number of this process makes it new after a crash. */
function layOver({ lowers, at, state }: Overlay): Overlay {
  const own = `${state}-${process.pid}-${++seconds}`
  return { lowers: [join(state, 'upper'), ...lowers], at, state: own }
}
