/** Scripts of the project that an install runs. */
interface OwnScripts {
  /** The file that names them. */
  readonly manifest: string
  /** In order. */
  readonly names: readonly string[]
  /** Runs one of them. */
  readonly command: string
  /** Options that run it in the packages of a workspace instead. */
  readonly inWorkspaces?: string
}

/** What checkouts need to know about a package manager. */
export interface PackageManager {
  readonly name: string
  /** Files at the top of a repository that identify it and lock versions. */
  readonly lockFiles: readonly string[]
  /** Installs from the lock file; undefined: its commands fetch what they need. */
  readonly install?: string
  /** Equivalent commands, which need not run after it. */
  readonly aliases?: readonly string[]
  /** The folder that it fills and that works in any checkout; undefined: it links from its own store. */
  readonly folder?: string
  /** Further files that affect what is installed. */
  readonly manifests?: readonly string[]
  readonly ownScripts?: OwnScripts
  /** What compiled packages are made for; undefined: the machine alone. */
  readonly runtime?: 'node'
}

const node = {
  manifests: ['package.json', '.npmrc', '.yarnrc'],
  ownScripts: {
    manifest: 'package.json',
    names: ['preinstall', 'install', 'postinstall', 'prepare'],
    command: 'npm run',
    inWorkspaces: '--workspaces --if-present',
  },
  runtime: 'node',
} as const

/** In each list, the first manager found is used. */
export const packageManagers: readonly (readonly PackageManager[])[] = [
  [
    {
      name: 'pnpm',
      lockFiles: ['pnpm-lock.yaml'],
      install: 'pnpm install --frozen-lockfile --prefer-offline',
      aliases: ['pnpm install', 'pnpm i', 'pnpm install --frozen-lockfile'],
    },
    {
      name: 'bun',
      lockFiles: ['bun.lock', 'bun.lockb'],
      install: 'bun install --frozen-lockfile',
      aliases: ['bun install', 'bun i'],
    },
    {
      name: 'yarn (berry)',
      lockFiles: ['.yarnrc.yml'],
      install: 'yarn install --immutable',
      aliases: ['yarn', 'yarn install'],
    },
    {
      name: 'yarn',
      lockFiles: ['yarn.lock'],
      install: 'yarn install --frozen-lockfile --non-interactive',
      aliases: ['yarn', 'yarn install', 'yarn install --frozen-lockfile'],
      folder: 'node_modules',
      ...node,
    },
    {
      name: 'npm',
      lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
      install: 'npm ci --no-audit --no-fund',
      aliases: ['npm ci', 'npm install', 'npm i'],
      folder: 'node_modules',
      ...node,
    },
  ],
  [
    { name: 'uv', lockFiles: ['uv.lock'], install: 'uv sync --frozen', aliases: ['uv sync'] },
    {
      name: 'poetry',
      lockFiles: ['poetry.lock'],
      install: 'poetry install --no-interaction',
      aliases: ['poetry install'],
    },
    {
      name: 'pip',
      lockFiles: ['requirements.txt'],
      install: 'python3 -m venv .venv && .venv/bin/pip install --quiet -r requirements.txt',
      aliases: ['pip install -r requirements.txt', 'python -m pip install -r requirements.txt'],
    },
  ],
  [{ name: 'cargo', lockFiles: ['Cargo.lock'], install: 'cargo fetch --locked', aliases: ['cargo fetch'] }],
  [{ name: 'go', lockFiles: ['go.sum'], install: 'go mod download' }],
  [
    {
      name: 'bundler',
      lockFiles: ['Gemfile.lock'],
      install: 'BUNDLE_FROZEN=true bundle install',
      aliases: ['bundle install', 'bundle'],
    },
  ],
  [
    {
      name: 'composer',
      lockFiles: ['composer.lock'],
      install: 'composer install --no-interaction --no-progress',
      aliases: ['composer install'],
      folder: 'vendor',
      manifests: ['composer.json'],
      ownScripts: {
        manifest: 'composer.json',
        names: ['pre-install-cmd', 'post-install-cmd', 'post-autoload-dump'],
        command: 'composer run-script --no-interaction',
      },
    },
  ],
  [{ name: 'gradle', lockFiles: ['gradle.lockfile', 'build.gradle', 'build.gradle.kts'] }],
  [{ name: 'maven', lockFiles: ['pom.xml'] }],
]

/** The managers of a repository, each with the file that identifies it. */
export function findManagers(
  isThere: (path: string) => boolean,
): { readonly manager: PackageManager; readonly lockFile: string }[] {
  return packageManagers.flatMap(line => {
    const found = line.flatMap(manager => {
      const lockFile = manager.lockFiles.find(isThere)
      return lockFile === undefined ? [] : [{ manager, lockFile }]
    })
    return found.slice(0, 1)
  })
}

/** Whether a command of the plan repeats the install of one of these managers. */
export function isInstallOf(managers: readonly PackageManager[], command: string): boolean {
  const words = command.trim().replace(/\s+/g, ' ')
  return managers.some(({ install, aliases = [] }) => words === install || aliases.includes(words))
}
