import { GitPluginError, type SimpleGit, GitError as SimpleGitError } from 'simple-git'
import type { ObjectId } from '../objects/objects.ts'
import { toSimpleGit } from '../process/simple-git.ts'
import { configValue, type Repository } from '../repository/open-repository.ts'
import { tryUploadLargeFiles } from './large-files.ts'
import { toNetworkPlace, toOneBranch } from './remote-access.ts'
import { toRemoteReason } from './remote-reason.ts'

/** A branch of a remote. */
export interface RemoteBranch {
  readonly remote: string
  readonly branch: string
}

export type Push =
  /** `missed`: why another push URL of the remote did not accept it. */
  | { readonly kind: 'pushed'; readonly missed: string | undefined }
  /** The branch was moved in the meantime. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The connection was lost before the server's answer: the branch may still move. */
  | { readonly kind: 'unknown'; readonly reason: string }

export interface PushRequest {
  /** The expected value; undefined: the branch must not exist. */
  readonly from: ObjectId | undefined
  readonly to: ObjectId
  /** Timeout for a silent server. */
  readonly patienceMilliseconds: number
}

const silenceMilliseconds = 120_000

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

/** A server may run checks before it answers a push. */
export const pushPatienceMilliseconds = 30 * 60_000

/**
 * The push target of a local branch, in git's own order: its `pushRemote`, `remote.pushDefault`, its upstream, or the branch of the
 * same name at `origin`; undefined without a remote.
 */
export function tryRemoteBranch({ config }: Repository, branch: string): RemoteBranch | undefined {
  const upstream = configValue(config, `branch.${branch}.remote`)
  const remote =
    configValue(config, `branch.${branch}.pushremote`) ??
    configValue(config, 'remote.pushdefault') ??
    upstream ??
    'origin'
  if (remote === '.' || !config.has(`remote.${remote}.url`)) return undefined
  const merge = remote === upstream ? configValue(config, `branch.${branch}.merge`) : undefined
  return { remote, branch: merge?.replace(/^refs\/heads\//, '') ?? branch }
}

export type Fetch =
  /** `id` is undefined if the remote does not have the branch. */
  | { readonly kind: 'fetched'; readonly id: ObjectId | undefined }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Fetches a branch and returns its commit. */
export async function fetchBranch(repository: Repository, at: RemoteBranch): Promise<Fetch> {
  try {
    const id = await readRemoteBranch(repository, at)
    if (id !== undefined)
      await network(repository, silenceMilliseconds).fetch(at.remote, `refs/heads/${at.branch}`, [
        '--no-tags',
        '--quiet',
      ])
    return { kind: 'fetched', id }
  } catch (error) {
    return { kind: 'unreachable', reason: toReason(requireGitError(error)) }
  }
}

async function readRemoteBranch(
  repository: Repository,
  { remote, branch }: RemoteBranch,
): Promise<ObjectId | undefined> {
  const answer = await network(repository, silenceMilliseconds).listRemote([remote, `refs/heads/${branch}`])
  return answer.split(/\s/)[0] || undefined
}

/** Moves a branch of a remote from its known value, and reads it back before it counts as pushed. */
export async function pushBranch(
  repository: Repository,
  at: RemoteBranch,
  { from, to, patienceMilliseconds }: PushRequest,
): Promise<Push> {
  const ref = `refs/heads/${at.branch}`
  const place = toNetworkPlace(repository, { remote: at.remote, settings: [] })
  const lost = await tryUploadLargeFiles(repository, place, { remote: at.remote, ref, from, to })
  if (lost !== undefined) return { kind: 'refused', reason: lost }
  const lease = `--force-with-lease=${ref}:${from ?? ''}`
  const git = network(repository, patienceMilliseconds, [toOneBranch(at.remote)])
  const push = git.push(at.remote, `${to}:${ref}`, [lease, '--no-verify'])
  const failure = await push.then(() => undefined, requireGitError)
  const isOpen = failure !== undefined && wasCutOff(failure)
  try {
    const current = await readRemoteBranch(repository, at)
    if (current === to) return { kind: 'pushed', missed: failure && toReason(failure) }
    if (failure === undefined || current !== from) return { kind: 'moved' }
    return { kind: isOpen ? 'unknown' : 'refused', reason: toReason(failure) }
  } catch (error) {
    const reason = toReason(failure ?? requireGitError(error))
    return { kind: failure === undefined || isOpen ? 'unknown' : 'refused', reason }
  }
}

/** Whether the connection ended before the server's answer. */
function wasCutOff(error: SimpleGitError): boolean {
  return isTimeout(error) || /hung up unexpectedly|RPC failed|reset by peer|early EOF/.test(error.message)
}

function isTimeout(error: SimpleGitError): boolean {
  return error instanceof GitPluginError && error.plugin === 'timeout'
}

function requireGitError(error: unknown): SimpleGitError {
  if (error instanceof SimpleGitError) return error
  throw error
}

function toReason(error: SimpleGitError): string {
  return isTimeout(error) ? 'timed out' : toRemoteReason(error.message)
}

/** git as the user has configured it (addresses, credentials), but without hooks. Times out after that long without output. */
function network({ userPlace }: Repository, silence: number, settings: readonly string[] = []): SimpleGit {
  return toSimpleGit(userPlace.directory, {
    config: ['core.hooksPath=/dev/null', ...settings],
    allowEnvironment: Object.keys(userPlace.env),
    unsafe: chosenByTheUser,
    timeout: { block: silence },
  }).env(userPlace.env)
}
