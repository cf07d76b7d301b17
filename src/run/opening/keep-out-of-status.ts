import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { appendToPlainFile, readPlainText } from '../../files/plain-file.ts'
import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'

/** Hides the checkouts' folder inside a repository from `git status`, through a file that is not committed. */
export async function keepOutOfStatus(repository: Repository, folder: string): Promise<void> {
  const place = { ...repository.place, directory: dirname(folder) }
  const questions = ['--show-toplevel', '--git-path', 'info/exclude']
  const { code, stdout } = await tryGit(place, ['rev-parse', '--path-format=absolute', ...questions])
  const [top, path] = stdout.split('\n')
  if (code !== 0 || !top || !path) return
  const pattern = `/${relative(top, join(dirname(folder), basename(folder))).replace(/[\\*?[\]! #]/g, '\\$&')}/`
  const text = readPlainText(path)
  if (text.split('\n').includes(pattern)) return
  await mkdir(dirname(path), { recursive: true })
  appendToPlainFile(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${pattern}\n`)
}
