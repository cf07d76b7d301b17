import { GitPluginError, GitError as SimpleGitError } from 'simple-git'
import { type GitSetting, withSettings } from '../process/environment.ts'
import { openSimpleGit } from '../process/simple-git.ts'
import type { Repository } from '../repository/open-repository.ts'
import type { RemoteAccess } from './remote-access.ts'
import { toRemoteReason } from './remote-reason.ts'

export interface NetworkFailure {
  readonly reason: string
  /** Whether the connection ended before the server's answer. */
  readonly wasCutOff: boolean
}

export type NetworkAnswer =
  | { readonly kind: 'done'; readonly text: string }
  /** `said`: everything that git printed. */
  | ({ readonly kind: 'failed'; readonly said: string } & NetworkFailure)

/** Without hooks, which are for commands of the user. */
const settings: readonly GitSetting[] = [['core.hooksPath', '/dev/null']]

/** simple-git warns about dangerous variables. These are the user's own, from before any agent was started. */
const chosenByTheUser = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true,
}

/**
 * Runs git with a remote as the user has configured it (addresses, credentials).
 *
 * @param silenceMilliseconds It times out after that long without output.
 */
export async function runOverNetwork(
  { userPlace }: Repository,
  access: Pick<RemoteAccess, 'settings'>,
  args: readonly string[],
  silenceMilliseconds: number,
): Promise<NetworkAnswer> {
  const env = withSettings(userPlace.env, [...settings, ...access.settings])
  const git = openSimpleGit(userPlace.directory, {
    allowEnvironment: Object.keys(env),
    unsafe: chosenByTheUser,
    timeout: { block: silenceMilliseconds },
  }).env(env)
  try {
    return { kind: 'done', text: await git.raw([...args]) }
  } catch (error) {
    if (!(error instanceof SimpleGitError)) throw error
    return { kind: 'failed', said: error.message, ...toFailure(error) }
  }
}

function toFailure(error: SimpleGitError): NetworkFailure {
  const isTimeout = error instanceof GitPluginError && error.plugin === 'timeout'
  if (isTimeout) return { reason: 'timed out', wasCutOff: true }
  const wasCutOff = /hung up unexpectedly|RPC failed|reset by peer|early EOF/.test(error.message)
  return { reason: toRemoteReason(error.message), wasCutOff }
}
