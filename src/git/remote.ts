import { type SimpleGit, GitError as SimpleGitError, simpleGit } from 'simple-git'
import type { ObjectId } from './objects.ts'
import { configValue, type Repository } from './open-repository.ts'

/** A branch of a remote. */
export interface RemoteBranch {
  readonly remote: string
  readonly branch: string
}

export type Push =
  | { readonly kind: 'pushed' }
  /** Somebody else moved the branch. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly reason: string }

const silenceMilliseconds = 120_000

/** Where a local branch is pushed to: its upstream, or the branch of the same name at `origin`; undefined without a remote. */
export function tryRemoteBranch({ config }: Repository, branch: string): RemoteBranch | undefined {
  const upstream = configValue(config, `branch.${branch}.remote`)
  if (upstream === '.') return undefined
  const remote = upstream ?? (config.has('remote.origin.url') ? 'origin' : undefined)
  if (remote === undefined || !config.has(`remote.${remote}.url`)) return undefined
  const merge = upstream === undefined ? undefined : configValue(config, `branch.${branch}.merge`)
  return { remote, branch: merge?.replace(/^refs\/heads\//, '') ?? branch }
}

export type Fetch =
  /** `id` is undefined when the remote does not have the branch. */
  | { readonly kind: 'fetched'; readonly id: ObjectId | undefined }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Fetches a branch, and says where it is. */
export async function fetchBranch(repository: Repository, at: RemoteBranch): Promise<Fetch> {
  try {
    const id = await readRemoteBranch(repository, at)
    if (id !== undefined)
      await network(repository).fetch(at.remote, `refs/heads/${at.branch}`, ['--no-tags', '--quiet'])
    return { kind: 'fetched', id }
  } catch (error) {
    return { kind: 'unreachable', reason: toReason(requireGitError(error)) }
  }
}

async function readRemoteBranch(
  repository: Repository,
  { remote, branch }: RemoteBranch,
): Promise<ObjectId | undefined> {
  const answer = await network(repository).listRemote([remote, `refs/heads/${branch}`])
  return answer.split(/\s/)[0] || undefined
}

/** Moves a branch of a remote from where it is known to be, reads it back, and only then says that it is pushed. */
export async function pushBranch(
  repository: Repository,
  at: RemoteBranch,
  { from, to }: { from: ObjectId | undefined; to: ObjectId },
): Promise<Push> {
  const ref = `refs/heads/${at.branch}`
  const lease = `--force-with-lease=${ref}:${from ?? ''}`
  const push = network(repository).push(at.remote, `${to}:${ref}`, [lease, '--no-verify'])
  const failure = await push.then(() => undefined, requireGitError)
  try {
    const current = await readRemoteBranch(repository, at)
    if (current === to) return { kind: 'pushed' }
    return failure !== undefined && current === from
      ? { kind: 'refused', reason: toReason(failure) }
      : { kind: 'moved' }
  } catch (error) {
    return { kind: 'refused', reason: toReason(failure ?? requireGitError(error)) }
  }
}

function requireGitError(error: unknown): SimpleGitError {
  if (error instanceof SimpleGitError) return error
  throw error
}

/** What the server says, or else what git makes of it. */
function toReason({ message }: Error): string {
  const lines = message.split('\n').map(line => line.trim())
  const remote = lines
    .filter(line => line.startsWith('remote:'))
    .map(line => line.slice('remote:'.length).trim())
  const said = remote.filter(line => line !== '').join(' ')
  const own = lines.find(line => /^(!|error:|fatal:)/.test(line) || /rejected|denied/.test(line))
  return (
    [said, own?.replace(/^[!\s]*\S*:refs\S*\s*/, '')]
      .filter(text => text !== undefined && text !== '')
      .join(' · ') || 'the network failed'
  )
}

/** git as the user has configured it (addresses, credentials), but without hooks. Gives up when nothing is heard for two minutes. */
function network({ root }: Repository): SimpleGit {
  return simpleGit({
    baseDir: root,
    config: ['core.hooksPath=/dev/null'],
    unsafe: { allowUnsafeHooksPath: true },
    timeout: { block: silenceMilliseconds },
  })
}
