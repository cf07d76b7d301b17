import { join } from 'node:path'
import { listToolFiles } from '../../agents/tools/tool-server.ts'
import { removePlain } from '../../files/plain-file.ts'
import { noTokens } from '../../sandbox/network/token-count.ts'
import type { SeatbeltSandbox } from '../../sandbox/seatbelt.ts'
import type { View } from '../../sandbox/view.ts'
import { type EnclosedCommand, type EncloseRequest, toOwnKeys } from './enclosed-command.ts'
import { furnishHome, listHomeFiles, toFolderVariables } from './furnish-home.ts'
import { makePlainFolder } from './home/plain-folder.ts'
import { copyInto, withoutUserHome } from './own-home.ts'
import { makeSandboxPlace, type SandboxedRun, type SandboxPlace } from './place.ts'
import { toSandboxEnvironment } from './sandbox-environment.ts'
import { makeView } from './view-of-run.ts'

/** Runs a command in the sandbox of macOS, in the network of the machine. Its home is a folder at a path of its own. */
export function encloseInSeatbelt(
  run: SandboxedRun,
  sandbox: SeatbeltSandbox,
  request: EncloseRequest,
): EnclosedCommand {
  const { directory, command, env, agent } = request
  const place = makeSandboxPlace(run, directory)
  const lent = furnishHome(run, place.home, request)
  for (const { from, path } of [...listHomeFiles(run), ...lent.folders]) copyInto(place.home, from, path)
  const variables = {
    ...toSandboxEnvironment(toOwnKeys(run, request), place.home),
    ...toFolderVariables(agent, env, place.home),
    TMPDIR: makePlainFolder(place.home, '.tmp'),
  }
  return {
    command: sandbox.wrap(makeOwnView(run, place, request), command),
    env: withoutUserHome(variables, run, place.home),
    counted: () => noTokens,
    canStandStill: true,
    end: async () => {
      for (const { path } of lent.folders) removePlain(join(place.home, path))
      lent.takeBack()
    },
  }
}

function makeOwnView(run: SandboxedRun, place: SandboxPlace, { agent }: EncloseRequest): View {
  const view = makeView(run, place, {
    ...{ agent, shown: [], bridges: undefined, mounted: [] },
    mayWriteHome: true,
  })
  return agent === undefined ? view : { ...view, readable: [...view.readable, ...listToolFiles()] }
}
