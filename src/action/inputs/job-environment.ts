import { keyVariables } from '../../agents/agent-keys.ts'
import type { Environment } from '../../model/plan.ts'

/** What programs need to run at all, to speak the user's language, and to find the tools that earlier steps have set up. */
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

/** Nothing of the runner reaches an agent, whoever names it: with these, one could speak for the job. */
const forbidden = /^(ACTIONS|INPUT|GITHUB|RUNNER|STATE)_/i

/** What the programs of a job may see of its environment. */
export interface JobEnvironment {
  /** For setup, agents and tests: the usual variables, and those that the workflow names. */
  readonly env: Environment
  /** For agents only, each those that its CLI reads. */
  readonly keys: Environment
}

/**
 * Parts the environment of a job by what may be seen by whom. What is not listed is hidden from all of them.
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

/** A secret that a repository does not have is an empty variable, and a CLI would take that for its key. */
function isKey([name, value]: readonly [name: string, value: string]): boolean {
  return keyVariables.has(name) && value !== ''
}

function isUsual(name: string): boolean {
  return allowed.has(name) || allowedPrefixes.some(prefix => name.startsWith(prefix))
}

/** What git of the harness may see: everything that credentials could come from, nothing that only the runner is for. */
export function toGitEnvironment(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(ACTIONS|INPUT|STATE)_/i.test(name)))
}

/** Names that the workflow may not let agents see. */
export function findForbidden(named: readonly string[]): string[] {
  return named.filter(name => forbidden.test(name))
}
