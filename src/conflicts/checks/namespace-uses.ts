import { isModule } from './lost-modules.ts'

export interface NamespaceUse {
  /** As written: `api.find`. */
  readonly text: string
  readonly name: string
}

interface ImportPattern {
  readonly files: RegExp
  readonly pattern: RegExp
}

/** Imports of a whole module under a name, as the groups `alias` and `module`; of Python also `parent` and `child`. */
const imports: readonly ImportPattern[] = [
  {
    files: /\.[cm]?[jt]sx?$/,
    pattern: /^import\s+(?:type\s+)?\*\s+as\s+(?<alias>[\w$]+)\s+from\s*["'](?<module>\.[^"']+)["']/gm,
  },
  {
    files: /\.[cm]?[jt]sx?$/,
    pattern:
      /^(?:const|let|var)\s+(?<alias>[\w$]+)\s*=\s*require\(\s*["'](?<module>\.[^"']+)["']\s*\)\s*;?$/gm,
  },
  { files: /\.py$/, pattern: /^import\s+(?<module>[\w.]+)\s+as\s+(?<alias>\w+)\s*$/gm },
  { files: /\.py$/, pattern: /^import\s+(?<module>\w+)\s*$/gm },
  {
    files: /\.py$/,
    pattern: /^from\s+(?<parent>[\w.]+)\s+import\s+(?<child>\w+)(?:\s+as\s+(?<alias>\w+))?\s*$/gm,
  },
]

/** Uses of names of a module that a file imports as a whole. */
export function listNamespaceUses(path: string, text: string, module: string): NamespaceUse[] {
  return listAliases(path, text, module).flatMap(alias => {
    const uses = new RegExp(`(?<![\\w$.])${alias.replaceAll('$', '\\$')}\\.([A-Za-z_$][\\w$]*)`, 'g')
    const names = new Set([...text.matchAll(uses)].map(([, name = '']) => name))
    return [...names].map(name => ({ text: `${alias}.${name}`, name }))
  })
}

function listAliases(path: string, text: string, file: string): string[] {
  return imports
    .filter(({ files }) => files.test(path))
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
    .flatMap(({ groups = {} }) => {
      const { alias, module, parent, child } = groups
      const name = module ?? `${parent}${parent?.endsWith('.') ? '' : '.'}${child}`
      return isModule(name, path, file) ? [alias ?? child ?? module ?? ''] : []
    })
}
