import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'

/**
 * All attributes of a commit as the text of one `info/attributes`: git then merges the same way everywhere, while by itself it
 * ignores `.gitattributes` in some places and reads the checked-out one in others.
 */
export async function readAttributes(
  control: Pick<ControlRepository, 'place' | 'repository'>,
  commit: ObjectId,
): Promise<string> {
  const listing = await runGit(control.place, ['ls-tree', '-r', '-z', '--name-only', commit])
  const files = listing
    .split('\0')
    .filter(path => path === '.gitattributes' || path.endsWith('/.gitattributes'))
  const texts = await Promise.all(
    files.sort(byDepth).map(path => control.repository.objects.read(`${commit}:${path}`)),
  )
  return files
    .map((path, index) => toTopLevelAttributes(path, String(texts[index]?.content ?? '')))
    .join('\n')
}

/** Deeper files come later, because the last line that matches wins. */
function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1)
}

/** The lines of a `.gitattributes`, rewritten for the top of the repository. */
export function toTopLevelAttributes(path: string, text: string): string {
  const folder = path.slice(0, -'.gitattributes'.length)
  if (folder === '') return text
  return text
    .split('\n')
    .map(line => toTopLevelLine(folder, line.trim()))
    .filter(line => line !== '')
    .join('\n')
}

function toTopLevelLine(folder: string, line: string): string {
  if (line === '' || line.startsWith('#') || line.startsWith('[attr]')) return ''
  const [, pattern = '', attributes = ''] = /^("(?:[^"\\]|\\.)*"|\S+)\s*(.*)$/.exec(line) ?? []
  const isQuoted = pattern.startsWith('"')
  const body = isQuoted ? pattern.slice(1, -1) : pattern
  const escapedFolder = folder.replace(/[\\*?[\]]/g, '\\$&')
  const inFolder = body.includes('/') ? body.replace(/^\//, '') : `**/${body}`
  const whole = `/${escapedFolder}${inFolder}`
  const needsQuotes = isQuoted || /\s/.test(whole)
  return `${needsQuotes ? `"${isQuoted ? whole : whole.replace(/[\\"]/g, '\\$&')}"` : whole} ${attributes}`
}
