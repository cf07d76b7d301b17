import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toSignIns } from '../../agents/sign-in.ts'
import type { Agent, Environment } from '../../model/plan.ts'
import type { EncloseRequest } from './enclosed-command.ts'
import { writeGitSettings } from './home/git-settings.ts'
import { copyPlainSettings } from './home/plain-settings.ts'
import { SignInCopies } from './home/sign-in-copies.ts'
import { type SandboxedRun, tryUserHome } from './place.ts'

export interface Furnished {
  readonly folders: readonly { readonly from: string; readonly path: string }[]
  /** Settings, searched for the services that they name. */
  readonly texts: readonly string[]
  takeBack(): void
}

/**
 * Puts the user's settings, and the agent's sign-in, into the home of a command. A service gets that of the agent that will run beside it.
 *
 * @param mayWrite False: a service has put them there.
 */
export function furnishHome(
  { repository, sandbox }: SandboxedRun,
  own: string,
  { agent: ofCommand, env, service }: EncloseRequest,
  mayWrite = true,
): Furnished {
  const agent = ofCommand ?? service?.beside
  const real = tryUserHome(repository.env)
  if (real === undefined) return { folders: [], texts: [], takeBack: () => {} }
  if (mayWrite) writeGitSettings(own, repository.config, sandbox.kind === 'user')
  const settings = copyPlainSettings({ real, own }, mayWrite)
  const lent = new SignInCopies(agent === undefined ? [] : toSignIns(agent), { real, own }, env)
  if (mayWrite) lent.write()
  return {
    folders: lent.folders,
    texts: [...settings, ...lent.texts()],
    takeBack: () => lent.takeBack(),
  }
}

/** The visible part of the user's home according to the plan. */
export function listHomeFiles({
  repository,
  plan,
}: SandboxedRun): { readonly from: string; readonly path: string }[] {
  const real = tryUserHome(repository.env)
  if (real === undefined) return []
  return plan.homeFiles.map(path => ({ from: join(real, path), path })).filter(({ from }) => existsSync(from))
}

/** A variable that names a CLI's folder now points into the private home. */
export function toFolderVariables(agent: Agent | undefined, env: Environment, home: string): Environment {
  const folders = agent === undefined ? [] : toSignIns(agent).flatMap(({ folder }) => folder ?? [])
  const named = folders.filter(({ variable }) => env[variable] !== undefined)
  return Object.fromEntries(named.map(({ variable, path }) => [variable, join(home, path)]))
}
