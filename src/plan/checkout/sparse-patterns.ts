import type { SparseSettings } from '../../model/checkout/settings.ts'
import { splitGlobs } from '../scope/globs.ts'

/** Files that tools look for wherever they are: without them, packages of a workspace cannot be installed, nor files be written as they should. */
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
 * The patterns of files that are checked out for a task, in the syntax of git's `sparse-checkout`: those at the top, those beside and below
 * what its scope names, and what the plan names. Undefined: all files.
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

/** The folders that a scope is in; undefined: it can be anywhere. */
function tryToFolders(scope: readonly string[] | undefined): string[] | undefined {
  if (scope === undefined) return undefined
  const folders = new Set(splitGlobs(scope).included.map(toFolder))
  if (folders.has('*')) return undefined
  const all = [...folders].filter(folder => folder !== '').sort()
  return all.filter(folder => !all.some(other => other !== folder && `${folder}/`.startsWith(`${other}/`)))
}

/** The folder that all files of a glob are in: empty for one at the top, `*` where it can be any. */
function toFolder(glob: string): string {
  const parts = glob.replace(/^\.?\//, '').split('/')
  const fixed = parts.slice(0, -1)
  const open = fixed.findIndex(part => /[*?[\]{}()!+@\\]/.test(part))
  if (open === -1 && parts.at(-1) !== '**') return fixed.join('/')
  const folder = (open === -1 ? fixed : fixed.slice(0, open)).join('/')
  return folder === '' ? '*' : folder
}

/** The folders above them, each before those in it. */
function toParents(folders: readonly string[]): string[] {
  const parents = folders.flatMap(folder => {
    const parts = folder.split('/')
    return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  return [...new Set(parents)].sort()
}
