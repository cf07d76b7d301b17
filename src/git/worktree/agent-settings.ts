import type { GitSetting } from '../process/environment.ts'
import { type ControlRepository, worktreeKeys } from '../repository/control-repository.ts'
import { findFilterSettings, findSwitchedOff } from '../repository/filter-settings.ts'
import { toGlobalAttributes } from '../repository/git-directory.ts'
import { toIdentitySettings } from '../repository/identity.ts'
import { configValue } from '../repository/open-repository.ts'

/** No background processes and no prompts: an agent has no terminal. */
const agentSettings: readonly GitSetting[] = [
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['commit.gpgSign', 'false'],
  ['tag.gpgSign', 'false'],
  ['tag.forceSignAnnotated', 'false'],
  ['push.gpgSign', 'false'],
]

/**
 * Configuration of commands in the worktree: files look as they do for the user and use the same filters, also in commits of the
 * agent; remotes can be read, not pushed to.
 */
export function findAgentSettings({ repository }: ControlRepository, gitDirectory: string): GitSetting[] {
  const settings: GitSetting[] = [
    ...agentSettings,
    ...toIdentitySettings(repository),
    ['core.attributesFile', toGlobalAttributes(gitDirectory)],
    ...findFilterSettings(repository),
    ...findSwitchedOff(repository), // those of the user's and the system's settings
  ]
  for (const key of worktreeKeys) {
    const value = configValue(repository.config, key)
    if (value !== undefined) settings.push([key, value])
  }
  for (const [key, values] of repository.config) {
    // With these, `git submodule update --init` finds the sources of the user's checkout.
    if (/^submodule\..+\.url$/s.test(key)) settings.push([key, withoutCredentials(values[0] ?? '')])
    const remote = /^remote\.(.+)\.url$/s.exec(key)?.[1]
    if (remote === undefined) continue
    settings.push([key, withoutCredentials(values[0] ?? '')])
    settings.push([`remote.${remote}.pushUrl`, 'agents-cannot-push-their-branch-is-collected-for-them'])
  }
  return settings
}

function withoutCredentials(url: string): string {
  return url.replace(/^(https?:\/\/)[^/@]*@/, '$1')
}
