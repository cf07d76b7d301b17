import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { tryProgram } from './programs.ts'

/** Files that git opens wherever it meets them. */
const opened = ['.gitignore', '.gitattributes', '.gitmodules']

/**
 * Deletes pipes, sockets and devices under names that git opens: it would block on them for ever. They hold no data. Links are no
 * danger, git does not follow those.
 */
export async function removeSpecialFiles(folder: string): Promise<void> {
  const find = tryProgram('find')
  if (find === undefined) return
  const names = opened.flatMap((name, index) => (index === 0 ? ['-name', name] : ['-o', '-name', name]))
  const isSpecial = ['!', '-type', 'f', '!', '-type', 'd', '!', '-type', 'l']
  // Unreadable or vanished entries are left to git.
  await promisify(execFile)(find, [folder, '-xdev', '(', ...names, ')', ...isSpecial, '-delete']).catch(
    () => {},
  )
}
