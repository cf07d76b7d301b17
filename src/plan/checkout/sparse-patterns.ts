import type { SparseSettings } from '../../model/checkout/settings.ts'
import { splitGlobs } from '../scope/globs.ts'

/** Files that tools look for in any folder: without them, workspaces cannot be installed or files formatted. */
const everywhere = [
  '.gitattributes',
  '.gitignore',
  'package.json',
  'tsconfig*.json',
  'pyproject.toml',
  'Cargo.toml',
  'go.mod',
  'go.work',
]

/**
 * The patterns of a task's checkout, in the syntax of git's `sparse-checkout`: files at the top, the folders of its scope, and the
 * patterns of the plan. Undefined: all files.
 */
export function tryToSparsePatterns(
  settings: SparseSettings | undefined,
  scope: readonly string[] | undefined,
): string | undefined {
  if (settings === undefined) return undefined
  const folders = settings.hasScope ? tryToFolders(scope) : []
  if (folders === undefined) return undefined
  const lines = [
    '/*',
    '!/*/',
    ...toParents(folders).flatMap(parent => [`/${parent}/`, `!/${parent}/*/`]),
    ...folders.map(folder => `/${folder}/`),
    ...everywhere,
    ...settings.patterns,
  ]
  return `${lines.join('\n')}\n`
}

/** The folders of a scope; undefined: any folder. */
function tryToFolders(scope: readonly string[] | undefined): string[] | undefined {
  if (scope === undefined) return undefined
  const folders = new Set(splitGlobs(scope).included.map(toFolder))
  if (folders.has('*')) return undefined
  const all = [...folders].filter(folder => folder !== '').sort()
  return all.filter(folder => !all.some(other => other !== folder && `${folder}/`.startsWith(`${other}/`)))
}

/** The folder of all files of a glob: empty for the top, `*` for any folder. */
function toFolder(glob: string): string {
  const parts = glob.replace(/^\.?\//, '').split('/')
  const fixed = parts.slice(0, -1)
  const open = fixed.findIndex(part => /[*?[\]{}()!+@\\]/.test(part))
  if (open === -1 && parts.at(-1) !== '**') return fixed.join('/')
  const folder = (open === -1 ? fixed : fixed.slice(0, open)).join('/')
  return folder === '' ? '*' : folder
}

/** Their parent folders, each before its children. */
function toParents(folders: readonly string[]): string[] {
  const parents = folders.flatMap(folder => {
    const parts = folder.split('/')
    return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  return [...new Set(parents)].sort()
}
