import { accessSync, constants, existsSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { isFolder } from '../../files/plain-file.ts'
import type { Environment } from '../../model/plan.ts'

/** Where version managers and package managers keep programs, below a user's home. */
const toolFolders = [
  '.asdf',
  '.bun',
  '.cargo',
  '.conda',
  '.deno',
  '.dotnet',
  '.fnm',
  '.foundry',
  '.ghcup',
  '.goenv',
  '.gvm',
  '.jabba',
  '.juliaup',
  '.linuxbrew',
  '.local/bin',
  '.local/lib',
  '.local/pipx',
  '.local/share/claude',
  '.local/share/fnm',
  '.local/share/mise',
  '.local/share/pipx',
  '.local/share/pnpm',
  '.local/share/rtx',
  '.local/share/uv',
  '.local/share/virtualenvs',
  '.local/state/fnm_multishells',
  '.mise',
  '.n',
  '.nix-profile',
  '.nodenv',
  '.npm-global',
  '.nvm',
  '.opam',
  '.opencode/bin',
  '.phpbrew',
  '.pixi',
  '.proto',
  '.pyenv',
  '.rbenv',
  '.rustup',
  '.rvm',
  '.rye',
  '.sdkman',
  '.swiftly',
  '.volta',
  '.yarn/bin',
  'anaconda3',
  'go/bin',
  'miniconda3',
  'miniforge3',
]

/** Download caches, without settings or keys. */
const cacheFolders = [
  '.bundle/cache',
  '.cache/Cypress',
  '.cache/bazelisk',
  '.cache/ccache',
  '.cache/composer',
  '.cache/deno',
  '.cache/electron',
  '.cache/go-build',
  '.cache/golangci-lint',
  '.cache/ms-playwright',
  '.cache/node',
  '.cache/node-gyp',
  '.cache/pip',
  '.cache/pnpm',
  '.cache/pre-commit',
  '.cache/puppeteer',
  '.cache/pypoetry',
  '.cache/uv',
  '.cache/yarn',
  '.cargo/git',
  '.cargo/registry',
  '.composer/cache',
  '.gem',
  '.gradle/caches',
  '.gradle/wrapper',
  '.ivy2/cache',
  '.local/share/pnpm/store',
  '.m2/repository',
  '.m2/wrapper',
  '.npm/_cacache',
  '.npm/_npx',
  '.nuget/packages',
  '.yarn/berry/cache',
  '.yarn/cache',
  'go/pkg/mod',
]

/** Files with keys among the programs. */
const toolSecrets = [
  '.bun/.npmrc',
  '.cargo/credentials',
  '.cargo/credentials.toml',
  '.gem/credentials',
  '.m2/repository/.credentials',
]

/** Variables that name an organisation's certificates. */
const certificateVariables =
  /^(AWS_CA_BUNDLE|CARGO_HTTP_CAINFO|CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE|CURL_CA_BUNDLE|DENO_CERT|GRPC_DEFAULT_SSL_ROOTS_FILE_PATH|HTTPLIB2_CA_CERTS|NIX_SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|PIP_CERT|REQUESTS_CA_BUNDLE|SSL_CERT_(DIR|FILE))$/

/** The visible part of a user's tools. */
export interface Tools {
  /** Readable folders and files. */
  readonly readable: readonly string[]
  /** Folders with private changes. */
  readonly caches: readonly string[]
  readonly blank: readonly string[]
}

/** The programs, caches and certificates in an environment, and the usual ones below a home. */
export function findTools(env: Environment, home: string | undefined): Tools {
  const below = (paths: readonly string[]) =>
    home === undefined ? [] : paths.map(path => join(home, path)).filter(isFolder)
  const certificates = Object.entries(env).flatMap(([name, value]) =>
    certificateVariables.test(name) && isAbsolute(value) && existsSync(value) ? [value] : [],
  )
  const readable = [...below(toolFolders), ...findSearched(env.PATH, home), ...certificates]
  return {
    readable: home === undefined ? readable : readable.flatMap(path => withoutStore(path, home)),
    caches: below(cacheFolders),
    blank: home === undefined ? [] : toolSecrets.map(path => join(home, path)),
  }
}

/** pnpm keeps its programs beside a store that installs write to. */
function withoutStore(path: string, home: string): string[] {
  if (path !== join(home, '.local/share/pnpm')) return [path]
  return readdirSync(path).flatMap(name => (name === 'store' ? [] : [join(path, name)]))
}

/** The folders of PATH, the targets of links in them, and for a `bin` folder the files of its programs. */
function findSearched(searchPath = '', home: string | undefined): string[] {
  const folders = [...new Set(searchPath.split(':').filter(isAbsolute).filter(leadsToFolder))]
  return folders
    .filter(folder => !isAboveHome(folder, home))
    .flatMap(folder => {
      const parent = dirname(folder)
      const isPrefix = !isAboveHome(parent, home) && isOfPrograms(folder, parent)
      return [
        folder,
        ...(isPrefix ? [parent] : []),
        ...(isBelow(folder, home) ? readLinkTargets(folder) : []),
      ]
    })
}

/** PATH may name folders of another user. */
function leadsToFolder(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** A folder that contains a home is not shown because of programs in it. */
export function isAboveHome(folder: string, home: string | undefined): boolean {
  const outer = ['/', '/usr', '/usr/local', '/tmp', '/home', '/root', '/mnt', '/media']
  return outer.includes(folder) || (home !== undefined && `${home}/`.startsWith(`${folder}/`))
}

function isBelow(folder: string, home: string | undefined): boolean {
  return home !== undefined && folder.startsWith(`${home}/`)
}

/** Whether the siblings of a folder of programs belong to them. */
function isOfPrograms(folder: string, parent: string): boolean {
  if (folder.endsWith('/node_modules/.bin')) return true
  return folder.endsWith('/bin') && ['lib', 'lib64', 'libexec'].some(name => isFolder(join(parent, name)))
}

/** The real place of linked programs: the package of a script, otherwise the file. */
function readLinkTargets(folder: string): string[] {
  const links = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isSymbolicLink())
  return links.slice(0, mostLinks).flatMap(({ name }) => {
    try {
      const path = realpathSync(resolve(folder, readlinkSync(join(folder, name))))
      const [ofPackage] = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(path) ?? [path]
      return path.startsWith(`${folder}/`) ? [] : [ofPackage]
    } catch {
      return [] // a dangling link
    }
  })
}

const mostLinks = 500
