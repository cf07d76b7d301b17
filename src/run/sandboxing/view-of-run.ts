import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isFolder } from '../../files/plain-file.ts'
import type { Agent } from '../../model/plan.ts'
import { writeKeyFilter } from '../../sandbox/key-filter.ts'
import { canBeOption, makeOverlayState } from '../../sandbox/overlays.ts'
import type { Mount, Overlay, View } from '../../sandbox/view.ts'
import { makePlainFolder, tryRelative } from './home/plain-folder.ts'
import { findLocalSubmodules } from './local-submodules.ts'
import { findNamedPrograms } from './named-programs.ts'
import {
  isIn,
  listShownFolders,
  type SandboxedRun,
  type SandboxPlace,
  toHidden,
  tryUserHome,
} from './place.ts'
import { findRunnerFolders } from './runner-folders.ts'
import { findCheckoutSecrets, systemSecrets } from './secret-files.ts'
import { findTools } from './tool-folders.ts'

/** The home of a command if the user has none. */
const homeOfNobody = '/tmp/home'

/** The home of a command: the path of the user's, so that paths in settings stay valid. */
export function findHomeInside({ repository }: SandboxedRun): string {
  return tryUserHome(repository.env) ?? homeOfNobody
}

export interface ViewOfCommand extends Pick<View, 'shown' | 'bridges'> {
  readonly agent: Agent | undefined
  /** The folders mounted in its checkout. */
  readonly mounted: readonly Overlay[]
  /** Whether nothing runs in its home. */
  readonly mayWriteHome: boolean
}

/**
 * A command can change its checkout, its git directory, and the exchange files. The user's home, other checkouts and the
 * repository's git directory are hidden, except for its objects and hooks, the tools in the home, and what its agent's command line
 * starts.
 */
export function makeView(
  run: SandboxedRun,
  place: SandboxPlace,
  { agent, shown, bridges, mounted, mayWriteHome }: ViewOfCommand,
): View {
  const home = tryUserHome(run.repository.env)
  const tools = findTools(run.repository.env, home)
  const programs = findNamedPrograms(agent, home)
  const { sandbox } = run
  const overlays = sandbox.kind === 'bubblewrap' && sandbox.hasOverlays ? tools.caches : []
  const filtersKeys = sandbox.kind === 'bubblewrap' && sandbox.hasKeyFilter
  const runner = findRunnerFolders(run.repository.root)
  const hidden = [...toHidden(run), ...runner.hidden, ...(home === undefined ? [] : [home])]
  const unseen = [...hidden, '/tmp', '/run']
  const toolsInside = [...tools.readable, ...programs.readable, ...runner.readable].filter(path =>
    unseen.some(folder => isIn(folder, path)),
  )
  const gigabytes = run.plan.limits.memoryGigabytes
  const view: View = {
    writable: [
      place.checkout,
      place.gitDirectory,
      place.exchange,
      ...run.plan.checkout.link
        .filter(({ isWritable }) => isWritable)
        .map(({ path }) => join(run.repository.root, path)),
    ],
    hidden,
    readable: [...listShownFolders(run, home), ...findLocalSubmodules(run.repository, home), ...toolsInside],
    blank: [...systemSecrets, ...tools.blank, ...programs.blank, ...findCheckoutSecrets(run.repository)],
    home: { from: place.home, at: findHomeInside(run) },
    shown: [...shown, ...readLinkMounts(toolsInside)],
    bridges,
    keyFilter: filtersKeys ? writeKeyFilter(run.paths.state) : undefined,
    memoryBytes: gigabytes === undefined ? undefined : gigabytes * 1e9,
    overlays: [
      ...overlays
        .filter(canBeOption)
        .map((lower, index) => makeOverlay(lower, join(place.caches, String(index)))),
      ...mounted,
    ],
  }
  if (home !== undefined && mayWriteHome) makeMountPoints(place.home, home, view)
  return view
}

/** The target of a link is also shown at the link's path, unless the link itself is shown. */
function readLinkMounts(paths: readonly string[]): Mount[] {
  return paths.flatMap(path => {
    const from = realpathSync(path)
    const isShown = paths.some(other => other !== path && isIn(other, path))
    return from === path || isShown ? [] : [{ from, at: path }]
  })
}

function makeOverlay(lower: string, state: string): Overlay {
  makeOverlayState(state)
  return { lowers: [lower], at: lower, state }
}

/** In a command's home, no link may lead a mount elsewhere. */
function makeMountPoints(own: string, home: string, view: View): void {
  const places = [
    ...[...view.readable, ...view.writable].map(from => ({ from, at: from })),
    ...view.shown,
    ...view.overlays.map(({ at }) => ({ from: at, at })),
  ]
  for (const { from, at } of places) {
    const path = tryRelative(home, at)
    if (path !== undefined) makePlainFolder(own, isFolder(from) ? path : dirname(path))
  }
}
