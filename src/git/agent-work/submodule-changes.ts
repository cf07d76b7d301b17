import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { ObjectId } from '../objects/objects.ts'
import { toPathText } from '../objects/path-text.ts'
import { type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { type Gitlink, listGitlinks } from '../worktree/gitlinks.ts'
import type { Worktree } from '../worktree/worktree.ts'
import { readHead, tryFindForeign } from './agent-git-directory.ts'
import { closeObjectView, openObjectView } from './object-view.ts'

export interface SubmoduleChanges {
  /** Work that the submodule's entry cannot record. */
  readonly problems: readonly string[]
  /** New files in it. */
  readonly left: readonly string[]
  /** Its own submodules. */
  readonly gitlinks: readonly Gitlink[]
}

/** Compares the files of a populated submodule with the commit of its entry. git reads only its objects, none of its configuration. */
export async function readSubmoduleChanges(
  control: ControlRepository,
  worktree: Worktree,
  { rawPath, entry }: { readonly rawPath: string; readonly entry: ObjectId },
): Promise<SubmoduleChanges> {
  const name = toPathText(rawPath)
  const path = join(worktree.path, name)
  const gitDirectory = await tryFindForeign({ ...worktree, path }, worktree.path)
  const unreadable = { problems: [], left: [`${name} is a submodule that cannot be read`], gitlinks: [] }
  if (gitDirectory === undefined) return unreadable
  if (readHead(gitDirectory) !== entry)
    return { problems: [`${name} is a submodule with new commits`], left: [], gitlinks: [] }

  const view = join(control.gitDirectory, `view-${randomBytes(6).toString('hex')}`)
  const place = { directory: path, env: { ...control.place.env, ...toPrivateFiles(path, view) } }
  try {
    await openObjectView(gitDirectory, view)
    if ((await tryGit(place, ['read-tree', entry])).code !== 0) return unreadable
    const { problems, left } = await readFileChanges(place, name)
    const own = hasOwnCommits(gitDirectory) ? [`${name} is a submodule with commits that were left`] : []
    return { problems, left: [...left, ...own], gitlinks: await listGitlinks(place) }
  } finally {
    await closeObjectView(view)
    await rm(`${view}.index`, { force: true })
  }
}

/** By its reflogs: populating a submodule makes no commits. */
function hasOwnCommits(gitDirectory: string): boolean {
  const logs = ['HEAD', 'refs/stash'].map(name => readPlainText(join(gitDirectory, 'logs', name)))
  return logs[1] !== '' || /\t(commit|merge|rebase|cherry-pick|revert|am)\b/.test(logs[0] ?? '')
}

function toPrivateFiles(path: string, view: string): GitPlace['env'] {
  return { GIT_OBJECT_DIRECTORY: view, GIT_WORK_TREE: path, GIT_INDEX_FILE: `${view}.index` }
}

async function readFileChanges(
  place: GitPlace,
  name: string,
): Promise<Pick<SubmoduleChanges, 'problems' | 'left'>> {
  const list = async (...args: string[]) => {
    const output = await runGit(place, ['ls-files', '-z', '--exclude-standard', ...args])
    return [...new Set(output.split('\0'))].filter(path => path !== '' && !path.endsWith('/'))
  }
  const [edited, added] = [await list('--modified', '--deleted'), await list('--others')]
  return {
    problems: edited.map(path => `${name}/${path} was changed inside a submodule`),
    left: added.map(path => `${name}/${path} was added inside a submodule`),
  }
}
