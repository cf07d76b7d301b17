import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readAttributes } from '../attributes/attributes.ts'
import type { ObjectId } from '../objects/objects.ts'
import { type GitSetting, toPinnedEnvironment } from '../process/environment.ts'
import { type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { createGitDirectory } from '../repository/git-directory.ts'
import { type MergeRecord, readMergeRecord } from './merge-record.ts'
import { MergeServer } from './merge-server.ts'

/** Fixes everything that could make machines merge differently. */
const mergeSettings: readonly GitSetting[] = [
  ['merge.renames', 'true'],
  ['merge.directoryRenames', 'conflict'],
  ['merge.renameLimit', '7000'],
  ['merge.conflictStyle', 'merge'],
  ['merge.renormalize', 'false'],
  ['diff.algorithm', 'histogram'],
  ['core.attributesFile', '/dev/null'],
  ['core.ignoreCase', 'false'],
  ['core.bigFileThreshold', '512m'],
  ['safe.directory', '*'],
]

/** Objects of trial merges are soon copied or discarded. */
const fleetingSettings: readonly GitSetting[] = [
  ['core.fsync', 'none'],
  ['core.looseCompression', '0'],
]

/**
 * Merges commits in memory: no worktree, no index, no HEAD. Attributes come from one commit, whatever is checked out; the user's
 * settings and merge drivers do not count. The same commits give the same trees on any machine.
 */
export class Merger {
  private readonly place: GitPlace
  private readonly server: MergeServer

  private constructor(place: GitPlace) {
    this.place = place
    this.server = new MergeServer(place)
  }

  /** @param base The commit whose `.gitattributes` apply. */
  static open(control: ControlRepository, base: ObjectId): Promise<Merger> {
    return Merger.openWith(control, base, mergeSettings)
  }

  /** For reverts: a file with the same content elsewhere is not a rename. */
  static openWithoutRenames(control: ControlRepository, base: ObjectId): Promise<Merger> {
    return Merger.openWith(control, base, [...mergeSettings, ['merge.renames', 'false']])
  }

  private static async openWith(
    control: ControlRepository,
    base: ObjectId,
    settings: readonly GitSetting[],
  ): Promise<Merger> {
    // Several may be open, for tasks that start at the same time.
    const path = join(control.gitDirectory, `merge-${randomBytes(4).toString('hex')}.git`)
    await createGitDirectory({
      repository: control.repository,
      path,
      settings: [],
      attributes: await readAttributes(control, base),
    })
    const env = {
      ...toPinnedEnvironment(control.repository.env, [
        ...settings,
        ...(control.repository.store.isDurable ? [] : fleetingSettings),
      ]),
      GIT_DIR: path,
      GIT_OBJECT_DIRECTORY: control.repository.store.folder,
    }
    return new Merger({ directory: path, env })
  }

  async merge(ours: ObjectId, theirs: ObjectId): Promise<MergeRecord> {
    return (await this.server.tryMerge(ours, theirs)) ?? this.mergeInOneProcess(ours, theirs)
  }

  close(): void {
    this.server.close()
  }

  private async mergeInOneProcess(ours: ObjectId, theirs: ObjectId): Promise<MergeRecord> {
    const args = ['merge-tree', '--write-tree', '-z', '--messages', ours, theirs]
    const { code, stdout } = await tryGit(this.place, args)
    if (code !== 0 && code !== 1) await runGit(this.place, args)
    const reader = readMergeRecord()
    reader.next()
    reader.next(code === 0 ? '1' : '0')
    for (const field of stdout.split('\0')) {
      const { done, value } = reader.next(field)
      if (done) return value
    }
    throw new Error('the output of git merge-tree ended too early')
  }
}
