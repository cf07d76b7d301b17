import { keyVariables } from '../../agents/agent-keys.ts'
import type { Environment } from '../../model/plan.ts'

/** Variables that programs need to run, to use the user's language, and to find tools of earlier steps. */
const allowed = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'HOSTNAME', 'TERM', 'TZ', 'LANG', 'LANGUAGE', 'CI'],
  ...['TMPDIR', 'TMP', 'TEMP', 'LD_LIBRARY_PATH', 'PKG_CONFIG_PATH', 'DEBIAN_FRONTEND'],
  ...[
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'all_proxy',
    'no_proxy',
  ],
  'PARALLEL_AGENTS_SANDBOX',
  ...['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'],
  ...['NVM_DIR', 'PNPM_HOME', 'COREPACK_HOME', 'BUN_INSTALL', 'GOPATH', 'CARGO_HOME', 'RUSTUP_HOME'],
  ...['GRADLE_HOME', 'MAVEN_HOME', 'M2_HOME', 'PIPX_HOME', 'PIPX_BIN_DIR', 'VIRTUAL_ENV', 'CONDA_PREFIX'],
  ...['pythonLocation', 'Python_ROOT_DIR', 'Python2_ROOT_DIR', 'Python3_ROOT_DIR', 'VCPKG_INSTALLATION_ROOT'],
])
const allowedPrefixes = ['LC_', 'XDG_', 'JAVA_HOME', 'GOROOT', 'ANDROID_', 'DOTNET_', 'RBENV_', 'PYENV_']

/** Variables of the runner, which never reach an agent, even if named: they give access to the job. */
const forbidden = /^(ACTIONS|INPUT|GITHUB|RUNNER|STATE)_/i

/** The visible environment of a job's programs. */
export interface JobEnvironment {
  /** For setup, agents and tests: the usual variables, and those that the workflow names. */
  readonly env: Environment
  /** For agents only; each gets those of its CLI. */
  readonly keys: Environment
}

/**
 * Splits the environment of a job by who may see what. Anything else is hidden from all.
 *
 * @param named Variables that the workflow lets setup, agents and tests see.
 */
export function toJobEnvironment(env: Environment, named: readonly string[]): JobEnvironment {
  const names = new Set(named)
  const seen = Object.entries(env).filter(([name]) => !forbidden.test(name))
  return {
    env: Object.fromEntries(seen.filter(([name]) => names.has(name) || isUsual(name))),
    keys: Object.fromEntries(seen.filter(entry => !names.has(entry[0]) && isKey(entry))),
  }
}

/** A missing secret is an empty variable, which a CLI would use as its key. */
function isKey([name, value]: readonly [name: string, value: string]): boolean {
  return keyVariables.has(name) && value !== ''
}

function isUsual(name: string): boolean {
  return allowed.has(name) || allowedPrefixes.some(prefix => name.startsWith(prefix))
}

/** The environment of the harness's git: everything that may hold credentials, nothing of the runner. */
export function toGitEnvironment(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(ACTIONS|INPUT|STATE)_/i.test(name)))
}

/** Names that the workflow may not pass to agents. */
export function findForbidden(named: readonly string[]): string[] {
  return named.filter(name => forbidden.test(name))
}
