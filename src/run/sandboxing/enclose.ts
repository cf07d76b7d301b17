import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { harnessMark } from '../../agents/process/output-log.ts'
import { toSignIns } from '../../agents/sign-in.ts'
import { listToolMounts } from '../../agents/tools/tool-server.ts'
import { appendToPlainFile } from '../../files/plain-file.ts'
import { toPlainCharacters } from '../../model/foreign-text.ts'
import type { Agent, Environment } from '../../model/plan.ts'
import { type Exit, openExit, socketsInside, toProxyVariables } from '../../sandbox/network/exit.ts'
import { noTokens, type Tokens } from '../../sandbox/network/token-count.ts'
import type { CommandLine } from '../../sandbox/view.ts'
import { writeGitSettings } from './git-settings.ts'
import { keepKeys, withoutForeignKeys } from './keys.ts'
import { openMounts } from './mounted-folders.ts'
import { toPlannedNetwork, toReach } from './network.ts'
import { makeSandboxPlace, type SandboxedRun, type SandboxPlace, tryUserHome } from './place.ts'
import { copyPlainSettings } from './plain-settings.ts'
import { toSandboxEnvironment } from './sandbox-environment.ts'
import { SignInCopies } from './sign-in-copies.ts'
import { findHomeInside, makeView } from './view-of-run.ts'

export interface EncloseRequest {
  readonly directory: string
  readonly command: CommandLine
  readonly env: Environment
  /** The log for denied hosts. */
  readonly log: string
  /** The command's agent; undefined: a script of the plan. */
  readonly agent?: Agent
}

/** A command as it is started inside the sandbox. */
export interface EnclosedCommand {
  readonly command: CommandLine
  readonly env: Environment
  /** Token usage of models whose keys stay outside. */
  counted(): Tokens
  /** Call it when the command has ended. */
  end(): Promise<void>
}

/** Sandboxes a command that runs in a checkout. */
export async function enclose(run: SandboxedRun, request: EncloseRequest): Promise<EnclosedCommand> {
  const { directory, command, env, agent } = request
  const { sandbox } = run
  run.announceSandbox()
  if (sandbox.kind === 'none') return { command, env, counted: () => noTokens, end: async () => {} }
  const place = makeSandboxPlace(run, directory)
  const home = findHomeInside(run)
  const lent = furnishHome(run, place.home, request)
  const exit = await tryOpenExit(run, request, { place, settings: lent.texts })
  const mounts = openMounts(place)
  const shown = [
    ...[...listHomeFiles(run), ...lent.folders].map(({ from, path }) => ({ from, at: join(home, path) })),
    ...(exit === undefined ? [] : [{ from: exit.folder, at: socketsInside }]),
    ...(agent === undefined || agent.kind === 'command' ? [] : listToolMounts()),
  ]
  return {
    command: sandbox.wrap(
      makeView(run, place, { agent, shown, bridges: exit?.bridges, mounted: mounts.overlays }),
      directory,
      withArguments(command, exit?.arguments ?? []),
    ),
    env: {
      ...toSandboxEnvironment(toOwnKeys(run, request), home),
      ...toFolderVariables(agent, env, home),
      ...(exit === undefined ? {} : { ...toProxyVariables(), ...exit.keys }),
    },
    counted: () => exit?.counted() ?? noTokens,
    end: async () => {
      mounts.close()
      exit?.close()
      lent.takeBack()
    },
  }
}

/** The environment without keys that are not meant for the command. */
function toOwnKeys({ plan, repository }: SandboxedRun, { agent, env }: EncloseRequest): Environment {
  const named = { ...plan.env, ...agent?.env }
  return withoutForeignKeys(env, { agent, outer: { ...repository.env, ...repository.keys }, named })
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
  if (sandbox.kind === 'none' || !sandbox.hasNetwork || toPlannedNetwork(plan) === 'full') return undefined
  let counted = noTokens
  const env = toOwnKeys(run, request)
  const kept = keepKeys({
    ...{ agent: request.agent, env, outer: repository.env, settings },
    program: request.command[0],
    folders: { checkout: request.directory, home: tryUserHome(repository.env) },
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

interface Furnished {
  readonly folders: readonly { readonly from: string; readonly path: string }[]
  /** Settings, searched for the services that they name. */
  readonly texts: readonly string[]
  takeBack(): void
}

/** Puts the user's settings, and the agent's sign-in, into the home of a command. */
function furnishHome({ repository }: SandboxedRun, own: string, { agent, env }: EncloseRequest): Furnished {
  const real = tryUserHome(repository.env)
  if (real === undefined) return { folders: [], texts: [], takeBack: () => {} }
  writeGitSettings(own, repository.config)
  const settings = copyPlainSettings(real, own)
  const lent = new SignInCopies(agent === undefined ? [] : toSignIns(agent), { real, own }, env)
  return {
    folders: lent.folders,
    texts: [...settings, ...lent.texts()],
    takeBack: () => lent.takeBack(),
  }
}

/** The visible part of the user's home according to the plan. */
function listHomeFiles({
  repository,
  plan,
}: SandboxedRun): { readonly from: string; readonly path: string }[] {
  const real = tryUserHome(repository.env)
  if (real === undefined) return []
  return plan.homeFiles.map(path => ({ from: join(real, path), path })).filter(({ from }) => existsSync(from))
}

/** A variable that names a CLI's folder now points into the private home. */
function toFolderVariables(agent: Agent | undefined, env: Environment, home: string): Environment {
  const folders = agent === undefined ? [] : toSignIns(agent).flatMap(({ folder }) => folder ?? [])
  const named = folders.filter(({ variable }) => env[variable] !== undefined)
  return Object.fromEntries(named.map(({ variable, path }) => [variable, join(home, path)]))
}
