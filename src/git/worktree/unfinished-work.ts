import { existsSync } from 'node:fs'
import { copyFile, lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { requireCheapPatterns } from '../../files/costly-patterns.ts'
import { requireNoSpecialFiles } from '../../files/special-files.ts'
import { toPrivatePlace } from '../diff/file-changes.ts'
import type { ObjectId } from '../objects/objects.ts'
import { toPathText } from '../objects/path-text.ts'
import { type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { type Gitlink, listGitlinks, putBackGitlinks, takeOutGitlinks } from './gitlinks.ts'
import { placeOf, type Worktree } from './worktree.ts'

/** An agent at work can put a pipe in the way of git at any moment. */
const mostMilliseconds = 30_000

/** With more skipped paths, a look is not worth it. */
const mostLeft = 100

/**
 * Reads a worktree while an agent works in it. It starts from the harness's index, keeps its own one, writes objects only into the
 * harness, and never opens the agent's git directory: committed work is among the files as well.
 */
export class UnfinishedWork {
  private place: GitPlace
  private readonly stop: AbortSignal
  private readonly worktree: Worktree
  private readonly largestBytes: number
  private tree: ObjectId | undefined
  private gitlinks: readonly Gitlink[] = []

  /** Files larger than `largestBytes` are skipped: no task may add them. `stop` ends a look. */
  constructor(
    control: ControlRepository,
    worktree: Worktree,
    { largestBytes, stop }: { readonly largestBytes: number; readonly stop: AbortSignal },
  ) {
    const { directory, env } = placeOf(control, worktree)
    const index = `${worktree.index}.forecast`
    const { GIT_OBJECT_DIRECTORY = '' } = toPrivatePlace(control).env
    this.place = { directory, env: { ...env, GIT_OBJECT_DIRECTORY, GIT_INDEX_FILE: index } }
    this.stop = stop
    this.worktree = worktree
    this.largestBytes = largestBytes
  }

  /** All files of the worktree that are not ignored, as a tree; undefined if the worktree does not exist. */
  async readTree(): Promise<ObjectId | undefined> {
    try {
      await this.look()
    } catch (error) {
      if (existsSync(this.worktree.path)) throw error
    }
    // A worktree that is being removed would seem to have deletions.
    return existsSync(this.worktree.path) ? this.tree : undefined
  }

  private async look(): Promise<void> {
    this.place = {
      ...this.place,
      signal: AbortSignal.any([this.stop, AbortSignal.timeout(mostMilliseconds)]),
    }
    await requireNoSpecialFiles(this.worktree.path)
    await requireCheapPatterns(this.worktree)
    if (this.tree === undefined) await this.copyIndex()
    const { changed, left } = await this.readChanged()
    const isNews = this.tree === undefined || changed.length > 0
    if (isNews && left.length <= mostLeft) await this.take(left)
  }

  private async copyIndex(): Promise<void> {
    const index = this.place.env.GIT_INDEX_FILE as string
    await rm(`${index}.lock`, { force: true })
    await copyFile(this.worktree.index, index)
    this.gitlinks = await listGitlinks(this.place)
  }

  /** The files that changed since the last look, and the skipped ones: large files and inner repositories. */
  private async readChanged(): Promise<{ changed: string[]; left: string[] }> {
    const args = ['ls-files', '-z', '--modified', '--others', '--exclude-standard']
    const listing = await runGit(this.place, [...this.excludes(), ...args])
    const paths = [...new Set(listing.split('\0'))].filter(path => path !== '')
    const isLeft = await Promise.all(paths.map(async path => path.endsWith('/') || this.isTooLarge(path)))
    return {
      changed: paths.filter((_, index) => !isLeft[index]),
      left: paths.filter((_, index) => isLeft[index]).map(path => path.replace(/\/$/, '')),
    }
  }

  private async isTooLarge(path: string): Promise<boolean> {
    try {
      return (await lstat(join(this.worktree.path, path))).size > this.largestBytes
    } catch {
      return false // deleted
    }
  }

  private async take(left: readonly string[]): Promise<void> {
    // Also those that an agent added during a look: git would run what their folders configure.
    await takeOutGitlinks(this.place, await listGitlinks(this.place))
    const submodules = this.gitlinks.map(({ rawPath }) => toPathText(rawPath))
    const pathspecs = ['.', ...[...left, ...submodules].map(path => `:(top,exclude,literal)${path}`)]
    await tryGit(this.place, [
      ...this.excludes(),
      'add',
      '--all',
      '--sparse',
      '--ignore-errors',
      '--',
      ...pathspecs,
    ])
    await putBackGitlinks(this.place, this.worktree.path, this.gitlinks)
    this.tree = await runGit(this.place, ['write-tree'])
  }

  private excludes(): string[] {
    return ['-c', `core.excludesFile=${this.worktree.exclude}`]
  }
}
