import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { type GitSetting, toPinnedEnvironment } from '../process/environment.ts'
import type { GitPlace } from '../process/run-git.ts'
import { copyFilterKeys } from './filter-keys.ts'
import { findFilterSettings } from './filter-settings.ts'
import { createGitDirectory, toGlobalAttributes } from './git-directory.ts'
import { configValue, type Repository } from './open-repository.ts'
import { Trash } from './trash.ts'
import { readUserAttributes, type UserAttributes } from './user-attributes.ts'

/**
 * The view of the repository that parallel-agents works with: a git directory that no agent uses, with the settings from before any agent started. All
 * work on worktrees and trees goes through it; objects go straight to the repository.
 */
export interface ControlRepository {
  readonly repository: Repository
  readonly gitDirectory: string
  readonly place: GitPlace
  /** The user's local exclude patterns. */
  readonly exclude: string
  readonly attributes: UserAttributes
  readonly trash: Trash
}

export async function openControlRepository(
  repository: Repository,
  gitDirectory: string,
): Promise<ControlRepository> {
  const exclude = await readExcludes(repository)
  const attributes = await readUserAttributes(repository)
  await createGitDirectory({
    repository,
    path: gitDirectory,
    exclude,
    attributes: attributes.own,
    globalAttributes: attributes.global,
  })
  await copyFilterKeys(repository, gitDirectory)
  const place = {
    directory: gitDirectory,
    env: {
      ...toPinnedEnvironment(repository.env, findWorktreeSettings(repository, gitDirectory)),
      GIT_DIR: gitDirectory,
      GIT_OBJECT_DIRECTORY: repository.store.folder,
    },
  }
  return { repository, gitDirectory, place, exclude, attributes, trash: new Trash() }
}

/** Settings that decide how files look in a worktree: the user's, from the start. */
export const worktreeKeys = [
  'core.autocrlf',
  'core.eol',
  'core.filemode',
  'core.ignorecase',
  'core.longpaths',
  'core.precomposeunicode',
  'core.symlinks',
]

function findWorktreeSettings(repository: Repository, gitDirectory: string): GitSetting[] {
  const settings: GitSetting[] = [
    ['core.safecrlf', 'false'],
    ['core.attributesFile', toGlobalAttributes(gitDirectory)],
    ['core.excludesFile', '/dev/null'],
    ['safe.directory', '*'],
    ...findFilterSettings(repository),
  ]
  for (const [key, values] of repository.config) {
    if (worktreeKeys.includes(key) || key.startsWith('lfs.'))
      settings.push(...values.map(value => [key, value] as const))
  }
  if (configValue(repository.config, 'filter.lfs.process') !== undefined) {
    settings.push(['lfs.storage', join(repository.directory, 'lfs')])
  }
  return settings
}

/** As git finds them: without HOME there is no home. */
async function readExcludes(repository: Repository): Promise<string> {
  const { HOME: home = '', XDG_CONFIG_HOME: configHome = join(home, '.config') } = repository.env
  const configured = configValue(repository.config, 'core.excludesfile')?.replace(/^~(?=\/)/, home)
  const inherited = configured ?? join(configHome, 'git', 'ignore')
  const texts = await Promise.all(
    [inherited, join(repository.directory, 'info', 'exclude')].filter(isAbsolute).map(readIfPresent),
  )
  return texts.join('\n')
}

function readIfPresent(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
