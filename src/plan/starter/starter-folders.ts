import { toMatcher } from '../scope/globs.ts'

/** A part of a repository for one task of a starter plan. */
export interface StarterFolder {
  readonly path: string
  readonly id: string
}

const mostFolders = 3
const mostPackages = 12

const manifest = /^(.+)\/(package\.json|Cargo\.toml|go\.mod|pyproject\.toml)$/
const code =
  /\.(c|cc|clj|cpp|cs|css|dart|ex|exs|go|h|hpp|hs|html|java|jl|js|jsx|kt|lua|m|mjs|cjs|mts|cts|php|pl|py|rb|rs|scala|sh|sql|svelte|swift|ts|tsx|vue|zig)$/i
const sources = /^(src|lib|libs|packages|apps?|crates|cmd|pkg|internal|server|client|web|api|core|modules)$/
const beside =
  /^(docs?|documentation|examples?|samples?|demos?|tests?|__tests__|specs?|e2e|fixtures|bench(marks)?|scripts|tools|assets|public|static|website)$/i
const notOurs = /^(\..*|node_modules|dist|build|out|target|vendor|third_party|coverage)$/

/**
 * The packages of a workspace, or else the folders at the top with the most code; sources before documents and tests.
 *
 * @param files Paths from the top of the repository.
 * @param workspaces Globs of the folders with the workspace's packages.
 */
export function toStarterFolders(files: readonly string[], workspaces: readonly string[]): StarterFolder[] {
  const packages = findPackages(files, workspaces)
  const paths =
    packages.length > 0 ? packages.slice(0, mostPackages) : rankFolders(files).slice(0, mostFolders)
  const used = new Set<string>()
  return paths.map(path => ({ path, id: toUniqueId(toId(path, packages.length > 0), used) }))
}

function findPackages(files: readonly string[], workspaces: readonly string[]): string[] {
  if (workspaces.length === 0) return []
  const isMember = toMatcher(workspaces.map(glob => glob.replace(/^(!?)\.\//, '$1').replace(/\/+$/, '')))
  const folders = files.map(file => manifest.exec(file)?.[1]).filter(path => path !== undefined)
  const members = [...new Set(folders)].filter(path => isMember(path) && !path.split('/').some(isNotOurs))
  return byCode(members, files)
}

function rankFolders(files: readonly string[]): string[] {
  const tops = files.filter(file => file.includes('/')).map(file => file.slice(0, file.indexOf('/')))
  const folders = [...new Set(tops)].filter(path => !isNotOurs(path))
  const rank = (path: string) => (sources.test(path) ? 0 : beside.test(path) ? 2 : 1)
  return byCode(folders, files).sort((a, b) => rank(a) - rank(b))
}

/** Whether a folder of that name holds generated or foreign files. */
export function isNotOurs(name: string): boolean {
  return notOurs.test(name)
}

export function isCode(path: string): boolean {
  return code.test(path)
}

/** Most code files first, ties by name. */
function byCode(folders: readonly string[], files: readonly string[]): string[] {
  const codeFiles = files.filter(isCode)
  const count = (path: string) => codeFiles.filter(file => file.startsWith(`${path}/`)).length
  const counted = folders.map(path => ({ path, count: count(path) }))
  return counted.sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1)).map(({ path }) => path)
}

/** Leaves room for `improve-` in front and a number behind. */
const longestId = 28

function toId(path: string, isPackage: boolean): string {
  const name = isPackage ? (path.split('/').at(-1) ?? path) : path
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-+|-+$/g, '')
  return id || 'folder'
}

function toUniqueId(id: string, used: Set<string>): string {
  let unique = id
  for (let number = 2; used.has(unique); number++) unique = `${id}-${number}`
  used.add(unique)
  return unique
}

/** A glob for everything in a folder, with special characters escaped. */
export function toFolderGlob(path: string): string {
  return `${path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')}/**`
}
