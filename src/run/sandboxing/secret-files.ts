import { readdirSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { Repository } from '../../git/repository/open-repository.ts'

/** Files that only root may read, in case agents run as root. */
export const systemSecrets: readonly string[] = [
  '/etc/shadow',
  '/etc/shadow-',
  '/etc/gshadow',
  '/etc/sudoers',
]

/** Files with keys in projects, except examples. */
const secret = /^(\.env(\..+)?|\.npmrc|\.netrc|\.pypirc|\.envrc|.*\.pem|id_(rsa|ed25519|ecdsa))$/
const example = /^\.env\.(example|sample|template|dist|defaults)$/
const withoutSecrets = new Set(['.git', 'node_modules', '.venv', 'vendor', 'target', 'dist', 'build'])
const deepest = 3
const mostFolders = 400

const mostCheckouts = 50

/** Secret files in the user's checkouts of a repository. */
export function findCheckoutSecrets({ root, directory }: Pick<Repository, 'root' | 'directory'>): string[] {
  const main = basename(directory) === '.git' ? [dirname(directory)] : []
  const linked = tryList(join(directory, 'worktrees'))
    .slice(0, mostCheckouts)
    .map(({ path }) => dirname(readPlainText(join(path, 'gitdir')).trim()))
  const checkouts = new Set([root, ...main, ...linked.filter(isAbsolute)])
  return [...checkouts].flatMap(findSecretFiles)
}

/** Files in a project whose names suggest keys, down to a limited depth. */
export function findSecretFiles(root: string): string[] {
  const found: string[] = []
  let folders = [root]
  for (let depth = 0; depth < deepest; depth++) {
    const entries = folders.slice(0, mostFolders).flatMap(tryList)
    found.push(...entries.filter(isSecret).map(({ path }) => path))
    folders = entries
      .filter(({ isFile, name }) => !isFile && !withoutSecrets.has(name))
      .map(({ path }) => path)
  }
  return found
}

interface Entry {
  readonly name: string
  readonly path: string
  readonly isFile: boolean
}

function isSecret({ isFile, name }: Entry): boolean {
  return isFile && secret.test(name) && !example.test(name)
}

function tryList(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isFile() || entry.isDirectory())
      .map(entry => ({ name: entry.name, path: join(folder, entry.name), isFile: entry.isFile() }))
  } catch {
    return [] // unreadable for the user as well
  }
}
