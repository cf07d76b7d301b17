import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../git/repository/open-repository.ts'

const pattern = '/.worktrees/'

/** Makes `git status` silent about the worktrees, in a file that is not committed. */
export async function keepOutOfStatus(repository: Repository): Promise<void> {
  const path = join(repository.directory, 'info', 'exclude')
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text.split('\n').includes(pattern)) return
  await mkdir(join(repository.directory, 'info'), { recursive: true })
  await appendFile(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${pattern}\n`)
}
