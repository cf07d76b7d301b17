import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runGit, tryGit } from '../../git/process/run-git.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { placeOf, type Worktree } from '../../git/worktree/worktree.ts'

/** Lists files to copy into new checkouts, in the syntax of .gitignore. Other tools read it as well. */
const includeFile = '.worktreeinclude'

/** Untracked files of the user's checkout that match patterns in the syntax of .gitignore. */
export async function listNamed(repository: Repository, patterns: readonly string[]): Promise<string[]> {
  return patterns.length === 0
    ? []
    : list(
        repository,
        patterns.map(pattern => `--exclude=${pattern}`),
      )
}

/** The same for the patterns of `.worktreeinclude`. */
export async function listIncluded(repository: Repository): Promise<string[]> {
  const path = join(repository.root, includeFile)
  return existsSync(path) ? list(repository, [`--exclude-from=${path}`]) : []
}

async function list({ place }: Repository, excludes: readonly string[]): Promise<string[]> {
  const output = await runGit(place, ['ls-files', '-z', '--others', '--ignored', ...excludes])
  return output.split('\0').filter(path => path !== '')
}

/** The paths that a checkout ignores; its `.gitignore` may differ from the user's. */
export async function filterIgnored(
  control: ControlRepository,
  worktree: Worktree,
  paths: readonly string[],
): Promise<Set<string>> {
  if (paths.length === 0) return new Set()
  const args = ['-c', `core.excludesFile=${worktree.exclude}`, 'check-ignore', '-z', '--stdin']
  const input = paths.map(path => `${path}\0`).join('')
  const { stdout } = await tryGit(placeOf(control, worktree), args, input)
  return new Set(stdout.split('\0').filter(path => path !== ''))
}
