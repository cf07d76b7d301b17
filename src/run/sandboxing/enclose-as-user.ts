import { chmodSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { requireOwnPlace } from '../../files/own-folder.ts'
import { isFolder, removePlain } from '../../files/plain-file.ts'
import { noTokens } from '../../sandbox/network/token-count.ts'
import type { UserSandbox } from '../../sandbox/user/open-user-sandbox.ts'
import { type EnclosedCommand, type EncloseRequest, toOwnKeys } from './enclosed-command.ts'
import { type Furnished, furnishHome, listHomeFiles, toFolderVariables } from './furnish-home.ts'
import { copyInto, withoutUserHome } from './own-home.ts'
import { makeSandboxPlace, type SandboxedRun, type SandboxPlace } from './place.ts'
import { toSandboxEnvironment } from './sandbox-environment.ts'

const privateMode = 0o600

/** Runs a command in a checkout as the user of that checkout, in the network of the machine. */
export async function encloseAsUser(
  run: SandboxedRun,
  { users }: UserSandbox,
  request: EncloseRequest,
): Promise<EnclosedCommand> {
  const { directory, command, env, agent } = request
  const place = makeSandboxPlace(run, directory)
  const { folder, worktreeState } = run.paths.task(place.name)
  for (const records of [run.paths.state, folder, worktreeState]) hideFiles(records)
  let lent: Furnished | undefined
  const turn = await users.begin(toOwnPlace(run, place), () => {
    requireOwnPlace(join(place.checkout, '.git'))
    lent = furnishHome(run, place.home, request)
    for (const { from, path } of [...listHomeFiles(run), ...lent.folders]) copyInto(place.home, from, path)
  })
  const variables = {
    ...toSandboxEnvironment(toOwnKeys(run, request), place.home),
    ...toFolderVariables(agent, env, place.home),
    TMPDIR: turn.temporary,
  }
  return {
    ...turn.wrap(command, withoutUserHome(variables, run, place.home)),
    canStandStill: false, // a test has the same user, who may let them go on while root writes into the checkout
    counted: () => noTokens,
    end: () =>
      turn.end(() => {
        for (const { path } of lent?.folders ?? []) removePlain(join(place.home, path))
        lent?.takeBack()
      }),
  }
}

function toOwnPlace({ paths }: SandboxedRun, place: SandboxPlace) {
  const { name, checkout, gitDirectory, exchange, home, caches } = place
  const around = paths.task(name).folder
  return {
    ...{ name, around, all: [paths.worktrees, dirname(around)] },
    own: [checkout, gitDirectory, exchange, home, caches].filter(isFolder),
  }
}

/** Logs and records are in folders that users of checkouts have to enter, and only root can write to. */
function hideFiles(folder: string): void {
  if (!isFolder(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) chmodSync(join(folder, entry.name), privateMode)
  }
}
