import { join } from 'node:path'
import { harnessMark } from '../../agents/process/output-log.ts'
import { listToolMounts } from '../../agents/tools/tool-server.ts'
import { appendToPlainFile } from '../../files/plain-file.ts'
import type { CommandLine } from '../../model/command-line.ts'
import { toPlainCharacters } from '../../model/foreign-text.ts'
import type { Environment } from '../../model/plan.ts'
import { type Exit, openExit, socketsInside, toProxyVariables } from '../../sandbox/network/exit.ts'
import { noTokens, type Tokens } from '../../sandbox/network/token-count.ts'
import type { SandboxProgram } from '../../sandbox/sandbox.ts'
import { encloseAsUser } from './enclose-as-user.ts'
import { encloseInSeatbelt } from './enclose-in-seatbelt.ts'
import { type EnclosedCommand, type EncloseRequest, toOwnKeys } from './enclosed-command.ts'
import { furnishHome, listHomeFiles, toFolderVariables } from './furnish-home.ts'
import { beginInHome, type HomeTurn } from './home/home-services.ts'
import { keepKeys } from './keys.ts'
import { toPlannedNetwork, toReach } from './network.ts'
import { openMounts } from './open-mounts.ts'
import { makeSandboxPlace, type SandboxedRun, type SandboxPlace, tryUserHome } from './place.ts'
import { toSandboxEnvironment } from './sandbox-environment.ts'
import { findHomeInside, makeView } from './view-of-run.ts'

/** Sandboxes a command that runs in a checkout. */
export async function enclose(run: SandboxedRun, request: EncloseRequest): Promise<EnclosedCommand> {
  const { command, env } = request
  const { sandbox } = run
  run.announceSandbox()
  if (sandbox.kind === 'none')
    return { command, env, canStandStill: true, counted: () => noTokens, end: async () => {} }
  if (sandbox.kind === 'user') return encloseAsUser(run, sandbox, request)
  if (sandbox.kind === 'seatbelt') return encloseInSeatbelt(run, sandbox, request)
  const place = makeSandboxPlace(run, request.directory)
  const turn = beginInHome(place.home, request.service !== undefined)
  try {
    return await encloseInBubblewrap({ ...run, sandbox }, request, { place, turn })
  } catch (error) {
    turn.end(() => {})
    throw error
  }
}

interface OpenedPlace {
  readonly place: SandboxPlace
  readonly turn: HomeTurn
}

async function encloseInBubblewrap(
  run: SandboxedRun & { readonly sandbox: SandboxProgram },
  request: EncloseRequest,
  { place, turn }: OpenedPlace,
): Promise<EnclosedCommand> {
  const { directory, command, env, agent } = request
  const { sandbox } = run
  const home = findHomeInside(run)
  const lent = furnishHome(run, place.home, request, turn.mayWrite)
  const exit = await tryOpenExit(run, request, { place, settings: lent.texts })
  const mounts = openMounts(place)
  for (const path of mounts.missing)
    appendToPlainFile(
      request.log,
      `${harnessMark}${toPlainCharacters(path)} is empty: its stored files were deleted\n`,
    )
  const shown = [
    ...[...listHomeFiles(run), ...lent.folders].map(({ from, path }) => ({ from, at: join(home, path) })),
    ...(exit === undefined ? [] : [{ from: exit.folder, at: socketsInside }]),
    ...(agent === undefined || agent.kind === 'command' ? [] : listToolMounts()),
  ]
  return {
    command: sandbox.wrap(
      makeView(run, place, {
        ...{ agent, shown, bridges: exit?.bridges, mounted: mounts.overlays },
        mayWriteHome: turn.mayWrite,
      }),
      directory,
      withArguments(command, exit?.arguments ?? []),
    ),
    env: {
      ...toSandboxEnvironment(toOwnKeys(run, request), home),
      ...toFolderVariables(agent, env, home),
      ...(exit === undefined ? {} : { ...toProxyVariables(), ...exit.keys }),
    },
    canStandStill: sandbox.hasKeyFilter, // without it, the kernel lets a process go on that has asked for that
    counted: () => exit?.counted() ?? noTokens,
    end: async () => {
      exit?.close()
      turn.end(() => lent.takeBack())
      await mounts.close()
    },
  }
}

function withArguments([program, ...others]: CommandLine, added: readonly string[]): CommandLine {
  return [program, ...added, ...others]
}

interface OpenedExit extends Exit {
  /** The command's substitutes for keys. */
  readonly keys: Environment
  /** Arguments of the agent that go with them. */
  readonly arguments: readonly string[]
  counted(): Tokens
}

/** The exits of a network of its own; undefined: it shares the machine's network. */
async function tryOpenExit(
  run: SandboxedRun,
  request: EncloseRequest,
  { place, settings }: { readonly place: SandboxPlace; readonly settings: readonly string[] },
): Promise<OpenedExit | undefined> {
  const { sandbox, plan, repository, deniedHosts } = run
  if (sandbox.kind !== 'bubblewrap' || !sandbox.hasNetwork || toPlannedNetwork(plan) === 'full')
    return undefined
  let counted = noTokens
  const env = toOwnKeys(run, request)
  const kept = keepKeys({
    ...{ agent: request.agent, env, outer: repository.env, settings },
    program: request.command[0],
    folders: { repository: repository.root, home: tryUserHome(repository.env) },
    onTokens: ({ input, output }) => {
      counted = { input: counted.input + input, output: counted.output + output }
    },
  })
  const exit = await openExit({
    ...toReach({
      plan,
      agent: request.agent,
      env: { ...env, ...kept.env },
      settings,
      kept: kept.servers.size,
    }),
    env: repository.env,
    servers: kept.servers,
    onDenied: destination => {
      const text = deniedHosts.note(place.name, destination)
      if (text === undefined) return
      const [line] = toPlainCharacters(text).split('\n')
      appendToPlainFile(request.log, `${harnessMark}${line}\n`)
    },
  })
  return { ...exit, keys: kept.env, arguments: kept.arguments, counted: () => counted }
}
