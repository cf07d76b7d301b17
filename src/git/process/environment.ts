import { delimiter } from 'node:path'
import { toOwnFolders } from '../../files/programs.ts'
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

/** Where the user's configuration is, who the user is, and where git finds its own parts: no different for what agents run. */
const sharedVariables =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|(AUTHOR|COMMITTER)_(NAME|EMAIL)|EXEC_PATH|DISCOVERY_ACROSS_FILESYSTEM)$/

/** Settings that are given by the environment. They may hold credentials. */
const settingVariables = /^GIT_CONFIG_(PARAMETERS|COUNT|KEY_\d+|VALUE_\d+)$/

/** How git reaches a server. They may hold or lead to credentials, or open a dialog. */
const connectionVariables =
  /^(GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|TERMINAL_PROMPT|PROXY_COMMAND|PROXY_SSL_\w+|SSL_\w+|HTTP_\w+|ALLOW_PROTOCOL|PROTOCOL_FROM_USER)|SSH_ASKPASS(_REQUIRE)?)$/

const repositoryVariable = /^(GIT_|SSH_ASKPASS)/

function select(env: Environment, isWanted: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isWanted(name)))
}

/** What setup, agents and tests may know of the user's environment: nothing that leads git elsewhere or to credentials. */
export function toCommandVariables(env: Environment): Record<string, string> {
  return select(env, name => !repositoryVariable.test(name) || sharedVariables.test(name))
}

/** An environment in which git does what the user has configured, in files or by variables, and speaks English. */
export function toPlainEnvironment(env: Environment): Environment {
  return {
    ...select(env, name => {
      if (!repositoryVariable.test(name)) return true
      return [sharedVariables, settingVariables, connectionVariables].some(known => known.test(name))
    }),
    LC_ALL: 'C',
  }
}

/** An environment for git that reads the user's configuration, and runs none of the programs that it could name. */
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

/** The same for git that talks to a server: it may use what the user lets it in by. */
export function toConnectionEnvironment(env: Environment, settings: readonly GitSetting[]): Environment {
  return { ...toUserEnvironment(env, settings), ...select(env, name => connectionVariables.test(name)) }
}

/**
 * An environment for git that reads no configuration file outside the git directory that it is given, and finds no program in the
 * folder that it runs in.
 */
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

/** An environment of git with more settings, which count over those that it has. */
export function withSettings(env: Environment, settings: readonly GitSetting[]): Environment {
  return settings.length === 0 ? env : { ...env, ...toSettingVariables(env, settings) }
}

/** Appends settings to those of the environment. Git reads `GIT_CONFIG_PARAMETERS` last: where it is given, it must end with ours. */
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
