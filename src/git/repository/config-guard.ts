import { type GitConfig, type Repository, readConfig } from './open-repository.ts'

/**
 * Settings that decide which programs git runs, or where it sends things, while a result is pushed and checked out. Editors, pagers, aliases,
 * tools for diffs and settings of submodules take no part in that.
 */
const dangerous =
  /^(credential|filter|gpg|http|https|include|includeif|protocol|ssh|url)\.|^core\.(askpass|attributesfile|fsmonitor|gitproxy|hookspath|sshcommand|worktree|alternaterefscommand)$|^lfs\.(.+\.)?(url|pushurl|standalonetransferagent)$|^lfs\.(customtransfer|extension)\.|^extensions\./

/** The settings of a remote that decide where git connects to and what it runs for that. `gh` and others keep notes beside them. */
const knownOfRemote = [
  'url',
  'pushurl',
  'proxy',
  'proxyauthmethod',
  'receivepack',
  'uploadpack',
  'vcs',
  'push',
  'mirror',
  'promisor',
  'lfsurl',
  'lfspushurl',
]

/**
 * The settings that have changed since the command started and by which git could be made to run something, or to push elsewhere. Agents
 * that are not in a sandbox can reach the configuration, so nothing is done with it once it has changed.
 *
 * @param remote The one that is pushed to; the settings of others do not count.
 */
export async function findConfigChanges(
  repository: Repository,
  remote: string | undefined,
): Promise<string[]> {
  const now = await readConfig(repository.userPlace)
  const keys = new Set([...repository.config.keys(), ...now.keys()])
  return [...keys].filter(key => counts(key, remote) && !isSame(repository.config, now, key))
}

function counts(key: string, remote: string | undefined): boolean {
  if (dangerous.test(key)) return true
  const prefix = `remote.${remote}.`
  return remote !== undefined && key.startsWith(prefix) && knownOfRemote.includes(key.slice(prefix.length))
}

function isSame(before: GitConfig, now: GitConfig, key: string): boolean {
  return JSON.stringify(before.get(key)) === JSON.stringify(now.get(key))
}
