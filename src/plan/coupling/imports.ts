import { dirname, join, normalize } from 'node:path/posix'

/** A line that may import something. */
export interface SourceLine {
  readonly path: string
  readonly text: string
}

/** A file that uses another file of the repository. */
export interface ImportEdge {
  readonly from: string
  readonly to: string
}

/** Lines that can import something, for `git grep -E`. */
export const importLines = [
  'from ["\'][^"\']+["\']',
  '(require|require_relative|import)[ (]+["\']',
  '^[[:space:]]*(import|from|use|mod|pub mod|pub use)[[:space:]]',
  '^[[:space:]]*#[[:space:]]*include[[:space:]]+"',
] as const

interface Language {
  readonly files: RegExp
  /** Paths that a line may mean, the likeliest first, without the prefixes that a repository puts before its packages. */
  readonly candidates: (line: SourceLine) => readonly string[]
}

const languages: readonly Language[] = [
  { files: /\.[cm]?[jt]sx?$|\.(vue|svelte)$/, candidates: toScriptPaths },
  { files: /\.py$/, candidates: toPythonPaths },
  { files: /\.(java|kt|scala)$/, candidates: toJvmPaths },
  { files: /\.(c|cc|cpp|cxx|h|hh|hpp)$/, candidates: toIncludedPaths },
  { files: /\.rb$/, candidates: toRubyPaths },
  { files: /\.rs$/, candidates: toRustPaths },
]

/** Imports between the files of a repository, found line by line. Every edge once. */
export function readImports(lines: readonly SourceLine[], paths: readonly string[]): ImportEdge[] {
  const known = new Set(paths)
  const bySuffix = toSuffixes(paths)
  const edges = new Map<string, ImportEdge>()
  for (const line of lines) {
    const language = languages.find(({ files }) => files.test(line.path))
    const to = language?.candidates(line).map(path => resolve(path, known, bySuffix))
    const found = to?.find(path => path !== undefined && path !== line.path)
    if (found !== undefined) edges.set(`${line.path}\0${found}`, { from: line.path, to: found })
  }
  return [...edges.values()]
}

/** A path that begins with `**` matches under any folders if only one file ends like it. */
function resolve(
  path: string,
  known: ReadonlySet<string>,
  bySuffix: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (!path.startsWith('**/')) return known.has(path) ? path : undefined
  const suffix = path.slice(3)
  const matches = (bySuffix.get(toTail(suffix)) ?? []).filter(
    other => other === suffix || other.endsWith(`/${suffix}`),
  )
  return matches.length === 1 ? matches[0] : undefined
}

function toSuffixes(paths: readonly string[]): Map<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const path of paths) {
    const others = byName.get(toTail(path))
    if (others === undefined) byName.set(toTail(path), [path])
    else others.push(path)
  }
  return byName
}

function toTail(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

const scriptEndings = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte']

function toScriptPaths({ path, text }: SourceLine): string[] {
  const specifier = /(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"']*|\.{1,2})["']/.exec(text)?.[1]
  if (specifier === undefined) return []
  const file = toBeside(path, specifier)
  const bare = file.replace(/\.[cm]?jsx?$/, '')
  return [
    file,
    ...scriptEndings.map(ending => `${bare}${ending}`),
    ...scriptEndings.map(ending => `${file}/index${ending}`),
  ]
}

function toPythonPaths({ path, text }: SourceLine): string[] {
  const [, dots = '', module = '', names = ''] =
    /^\s*from\s+(\.*)([\w.]*)\s+import\s+([^#]*)/.exec(text) ?? /^\s*import\s+()([\w.]+)/.exec(text) ?? []
  const name = module.replaceAll('.', '/')
  if (dots === '' && name === '') return []
  const folder =
    dots === '' ? `**/${name}` : toBeside(path, `${'../'.repeat(dots.length - 1) || './'}${name}`)
  const parts = names.split(',').map(part => part.trim().split(/\W/)[0] ?? '')
  return [
    ...parts.filter(part => part !== '').map(part => `${folder}/${part}.py`),
    `${folder}.py`,
    `${folder}/__init__.py`,
  ]
}

function toJvmPaths({ text }: SourceLine): string[] {
  const name = /^\s*import\s+(?:static\s+)?([\w.]+)/.exec(text)?.[1]
  if (name === undefined) return []
  const file = name.replaceAll('.', '/')
  return ['java', 'kt', 'scala'].flatMap(ending => [`**/${file}.${ending}`, `**/${dirname(file)}.${ending}`])
}

function toIncludedPaths({ path, text }: SourceLine): string[] {
  const name = /#\s*include\s+"([^"]+)"/.exec(text)?.[1]
  return name === undefined ? [] : [toBeside(path, name), `**/${normalize(name)}`]
}

function toRubyPaths({ path, text }: SourceLine): string[] {
  const name = /require_relative[\s(]+["']([^"']+)["']/.exec(text)?.[1]
  return name === undefined ? [] : [toBeside(path, `${name.replace(/\.rb$/, '')}.rb`)]
}

function toRustPaths({ path, text }: SourceLine): string[] {
  const module = /^\s*(?:pub\s+)?mod\s+(\w+)\s*;/.exec(text)?.[1]
  if (module !== undefined) return [`./${module}.rs`, `./${module}/mod.rs`].map(name => toBeside(path, name))
  const used = /^\s*(?:pub\s+)?use\s+crate::([\w:]+)/.exec(text)?.[1]
  if (used === undefined) return []
  const parts = used.split('::').filter(part => part !== '')
  const source = /^(.*?src)\//.exec(path)?.[1] ?? 'src'
  return parts
    .map((_, index) => `${source}/${parts.slice(0, parts.length - index).join('/')}`)
    .flatMap(file => [`${file}.rs`, `${file}/mod.rs`])
}

function toBeside(path: string, name: string): string {
  return join(dirname(path), name)
}
