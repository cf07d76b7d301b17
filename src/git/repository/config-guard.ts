import { type GitConfig, type Repository, readConfig } from './open-repository.ts'

/** Settings by which git can be made to run a program, or to send something elsewhere. */
const dangerous =
  /^(alias|credential|filter|gpg|http|https|include|includeif|protocol|remote|ssh|submodule|url|uploadpack)\.|^core\.(askpass|attributesfile|editor|fsmonitor|gitproxy|hookspath|pager|sshcommand|worktree|alternaterefscommand)$|^(diff|merge|mergetool|difftool)\..*\.(command|textconv|driver|cmd|path)$|^diff\.external$|^extensions\./

/**
 * The settings that have changed since the command started and by which git could be made to run something. Agents that are
 * not in a sandbox can reach the configuration, so nothing is done with it once it has changed.
 */
export async function findConfigChanges(repository: Repository): Promise<string[]> {
  const now = await readConfig(repository.root)
  const keys = new Set([...repository.config.keys(), ...now.keys()])
  return [...keys].filter(key => dangerous.test(key) && !isSame(repository.config, now, key))
}

function isSame(before: GitConfig, now: GitConfig, key: string): boolean {
  return JSON.stringify(before.get(key)) === JSON.stringify(now.get(key))
}
