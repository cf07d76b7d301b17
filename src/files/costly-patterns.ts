import { findFiles, withNames } from './find-files.ts'
import { readPlainText } from './plain-file.ts'

const names = ['.gitignore', '.gitattributes']

/** A checkout, and a file that was written after it. */
interface Checkout {
  readonly path: string
  readonly checkedOut: string
}

/** git compares each file with each line, and tries each folder for each `**` of a line. */
const mostLines = 10_000
const mostDeepLines = 200
const mostFolders = 3
const mostFiles = 1000

/**
 * The files with patterns that were changed since the checkout, if git would take hours to compare all files with them; otherwise
 * none. Their names need not be UTF-8.
 */
export async function listCostlyPatterns({ path, checkedOut }: Checkout): Promise<Buffer[]> {
  const found = await findFiles(path, [...withNames(names), '-type', 'f', '-cnewer', checkedOut, '-print0'])
  const paths = found.map(file => Buffer.from(file, 'latin1'))
  if (paths.length > mostFiles) return paths
  const lines = paths.flatMap(file => readPlainText(file).split('\n'))
  const folders = lines.map(line => line.split('**').length - 1)
  const isCostly =
    lines.length > mostLines ||
    folders.some(count => count > mostFolders) ||
    folders.filter(count => count > 1).length > mostDeepLines
  return isCostly ? paths : []
}

/** Throws if git would take hours to compare all files with the patterns of a worktree. */
export async function requireCheapPatterns(worktree: Checkout): Promise<void> {
  const [first] = await listCostlyPatterns(worktree)
  if (first === undefined) return
  const name = first.toString().slice(worktree.path.length + 1)
  throw new Error(`${name} holds so many patterns, or so many "**" in one, that git would take hours`)
}
