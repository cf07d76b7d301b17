import { lstatSync, readdirSync } from 'node:fs'
import { submoduleMode } from '../../model/file-modes.ts'
import type { ObjectId } from '../objects/objects.ts'
import { GitError, type GitPlace, runGit, tryGitBytes } from '../process/run-git.ts'
import { toNativePath } from './native-path.ts'

/** A submodule's entry in an index. The path has one character a byte. */
export interface Gitlink {
  readonly rawPath: string
  readonly id: ObjectId
}

/**
 * Removes submodule entries from an index. For each entry, `git add` would run `git status` in its folder, and with it everything
 * that its git directory configures.
 */
export async function takeOutGitlinks(place: GitPlace, links: readonly Gitlink[]): Promise<void> {
  await editIndex(
    place,
    links.map(({ rawPath, id }) => toIndexLine('0', id, rawPath)),
  )
}

export async function listGitlinks(place: GitPlace): Promise<Gitlink[]> {
  const args = ['ls-files', '--stage', '-z']
  const { code, stdout, stderr } = await tryGitBytes(place, args)
  if (code !== 0) throw new GitError(args, { code, stdout: '', stderr })
  if (!stdout.includes(`${submoduleMode} `)) return []
  return stdout
    .toString('latin1')
    .split('\0')
    .filter(line => line.startsWith(`${submoduleMode} `))
    .map(line => ({
      id: line.split(' ', 2)[1] as ObjectId,
      rawPath: line.slice(line.indexOf('\t') + 1),
    }))
}

/** Restores the entries of submodules whose folders still exist. */
export async function putBackGitlinks(
  place: GitPlace,
  root: string,
  links: readonly Gitlink[],
): Promise<void> {
  const there = links.filter(({ rawPath }) => isSubmoduleFolder(toNativePath(root, rawPath)))
  await editIndex(
    place,
    there.map(({ rawPath, id }) => toIndexLine(submoduleMode, id, rawPath)),
  )
}

/** Either empty, because the submodule was never populated, or a repository. */
function isSubmoduleFolder(path: Buffer): boolean {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return false
  const names = readdirSync(path)
  return names.length === 0 || names.includes('.git')
}

function toIndexLine(mode: string, id: ObjectId, rawPath: string): string {
  return `${mode} ${id}\t${rawPath}\0`
}

async function editIndex(place: GitPlace, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  await runGit(place, ['update-index', '-z', '--index-info'], Buffer.from(lines.join(''), 'latin1'))
}
