import { delimiter, isAbsolute } from 'node:path'
import type { Environment } from '../../model/plan.ts'

/** A setting of git that is passed with the call: nothing in a file can override it. */
export type GitSetting = readonly [key: string, value: string]

/** What every call of git gets: no questions, English messages, no hooks, no helpers that a repository could name. */
const fixedVariables: Environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_EDITOR: 'true',
  GIT_PAGER: 'cat',
}

const fixedSettings: readonly GitSetting[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.untrackedCache', 'false'],
  ['core.protectHFS', 'true'],
  ['core.protectNTFS', 'true'],
  ['core.quotePath', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['commit.gpgSign', 'false'],
  ['submodule.recurse', 'false'],
  ['advice.addEmbeddedRepo', 'false'],
]

/** The user's environment without variables that would lead git elsewhere. */
export function withoutGitVariables(env: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')))
}

/** An environment for git that reads the user's configuration, and runs none of the programs that it could name. */
export function toUserEnvironment(env: Environment, settings: readonly GitSetting[] = []): Environment {
  return {
    ...withoutGitVariables(env),
    ...fixedVariables,
    ...toSettingVariables([...fixedSettings, ...settings]),
  }
}

/**
 * An environment for git that reads no configuration file outside the git directory that it is given, and finds no program in the
 * folder that it runs in.
 */
export function toPinnedEnvironment(env: Environment, settings: readonly GitSetting[]): Environment {
  return {
    ...toUserEnvironment(env, settings),
    PATH: (env.PATH ?? '').split(delimiter).filter(isAbsolute).join(delimiter),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
  }
}

function toSettingVariables(settings: readonly GitSetting[]): Environment {
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) }
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${index}`] = key
    variables[`GIT_CONFIG_VALUE_${index}`] = value
  }
  return variables
}
