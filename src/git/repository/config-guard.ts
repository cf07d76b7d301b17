import { type GitConfig, type Repository, readConfig } from './open-repository.ts'

/**
 * Settings that decide which programs git runs, or where it sends data, while a result is pushed and checked out. Editors, pagers,
 * aliases, diff tools and settings of submodules are not used then.
 */
const dangerous =
  /^(credential|filter|gpg|http|https|include|includeif|protocol|ssh|url)\.|^core\.(askpass|attributesfile|fsmonitor|gitproxy|hookspath|sshcommand|worktree|alternaterefscommand)$|^lfs\.(.+\.)?(url|pushurl|standalonetransferagent)$|^lfs\.(customtransfer|extension)\.|^extensions\./

/** The settings of a remote that decide where git connects to and which programs it runs. `gh` and others store notes beside them. */
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
 * Settings changed since the command started that could make git run something or push elsewhere. Agents
 * without a sandbox can change the configuration, so it is no longer used then.
 *
 * @param remote The push remote; settings of others do not count.
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
