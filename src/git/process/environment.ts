import { delimiter } from 'node:path'
import { toOwnFolders } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'

/** A setting of git that is passed with the call: no file can override it. */
export type GitSetting = readonly [key: string, value: string]

/** For every call of git: no prompts, English messages, no hooks, no helpers that a repository could name. */
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

/** Variables that agents share: the user's identity and configuration, and the location of git's own parts. */
const sharedVariables =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|(AUTHOR|COMMITTER)_(NAME|EMAIL)|EXEC_PATH|DISCOVERY_ACROSS_FILESYSTEM)$/

/** Settings in the environment. They may hold credentials. */
const settingVariables = /^GIT_CONFIG_(PARAMETERS|COUNT|KEY_\d+|VALUE_\d+)$/

/** How git reaches a server. May hold or lead to credentials, or open a dialog. */
const connectionVariables =
  /^(GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|TERMINAL_PROMPT|PROXY_COMMAND|PROXY_SSL_\w+|SSL_\w+|HTTP_\w+|ALLOW_PROTOCOL|PROTOCOL_FROM_USER)|SSH_ASKPASS(_REQUIRE)?)$/

const repositoryVariable = /^(GIT_|SSH_ASKPASS)/

function select(env: Environment, isWanted: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isWanted(name)))
}

/** The user's environment for setup, agents and tests: without variables that redirect git or lead to credentials. */
export function toCommandVariables(env: Environment): Record<string, string> {
  return select(env, name => !repositoryVariable.test(name) || sharedVariables.test(name))
}

/** An environment for git as the user has configured it, in files or by variables, with English messages. */
export function toPlainEnvironment(env: Environment): Environment {
  return {
    ...select(env, name => {
      if (!repositoryVariable.test(name)) return true
      return [sharedVariables, settingVariables, connectionVariables].some(known => known.test(name))
    }),
    LC_ALL: 'C',
  }
}

/** An environment for git that reads the user's configuration, but runs no program named there. */
export function toUserEnvironment(env: Environment, settings: readonly GitSetting[] = []): Environment {
  const inherited = select(
    env,
    name => !repositoryVariable.test(name) || sharedVariables.test(name) || settingVariables.test(name),
  )
  return {
    ...inherited,
    ...fixedVariables,
    ...toSettingVariables(inherited, [...fixedSettings, ...settings]),
  }
}

/** The same for git that talks to a server: it may use the user's credentials. */
export function toConnectionEnvironment(env: Environment, settings: readonly GitSetting[]): Environment {
  return { ...toUserEnvironment(env, settings), ...select(env, name => connectionVariables.test(name)) }
}

/** An environment for git that reads no configuration outside of its git directory, and finds no program in its working directory. */
export function toPinnedEnvironment(env: Environment, settings: readonly GitSetting[]): Environment {
  const plain = select(env, name => !repositoryVariable.test(name) || name === 'GIT_EXEC_PATH')
  return {
    ...toUserEnvironment(plain, settings),
    PATH: toOwnFolders(env.PATH ?? '').join(delimiter),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
  }
}

/** An environment of git with more settings, which override existing ones. */
export function withSettings(env: Environment, settings: readonly GitSetting[]): Environment {
  return settings.length === 0 ? env : { ...env, ...toSettingVariables(env, settings) }
}

/** Appends settings to those of the environment. Git reads `GIT_CONFIG_PARAMETERS` last: if it is set, it must end with ours. */
function toSettingVariables(env: Environment, settings: readonly GitSetting[]): Environment {
  const before = Number(env.GIT_CONFIG_COUNT) || 0
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(before + settings.length) }
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${before + index}`] = key
    variables[`GIT_CONFIG_VALUE_${before + index}`] = value
  }
  if (env.GIT_CONFIG_PARAMETERS) {
    const ours = settings.map(([key, value]) => `${quoteForGit(key)}=${quoteForGit(value)}`)
    variables.GIT_CONFIG_PARAMETERS = [env.GIT_CONFIG_PARAMETERS, ...ours].join(' ')
  }
  return variables
}

function quoteForGit(text: string): string {
  return `'${text.replace(/['!]/g, "'\\$&'")}'`
}
