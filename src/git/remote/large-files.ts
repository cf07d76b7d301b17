import { delimiter } from 'node:path'
import { toOwnFolders } from '../../files/programs.ts'
import { readAttributes } from '../attributes/attributes.ts'
import { readChanges } from '../diff/tree-diff.ts'
import { type ObjectId, toNullId } from '../objects/objects.ts'
import { type GitPlace, tryGit } from '../process/run-git.ts'
import { isFilterInstalled } from '../repository/filter-settings.ts'
import type { Repository } from '../repository/open-repository.ts'

export interface Upload {
  readonly remote: string
  /** The branch at the remote, and its commit. Undefined: it does not exist. */
  readonly ref: string
  readonly from: ObjectId | undefined
  readonly to: ObjectId
}

/**
 * Uploads the Git LFS objects of commits, as its own hook does before a push: hooks are disabled, and a pointer without its object cannot be
 * checked out. Returns the reason of a failure.
 *
 * @param place Where git finds the remote and its credentials.
 */
export async function tryUploadLargeFiles(
  repository: Repository,
  place: GitPlace,
  upload: Upload,
): Promise<string | undefined> {
  const { remote, ref, from, to } = upload
  if (!(await usesLfs(repository, to))) return undefined
  if (!isFilterInstalled('git-lfs', repository.env)) return whyNotInstalled(repository, upload)
  const line = `${ref} ${to} ${ref} ${from ?? toNullId(repository.store.format)}\n`
  const env = { ...place.env, PATH: toOwnFolders(place.env.PATH ?? '').join(delimiter) }
  const { code, stdout, stderr } = await tryGit({ ...place, env }, ['lfs', 'pre-push', remote], line)
  if (code === 0) return undefined
  const said = (stderr.trim() || stdout.trim()).split('\n').slice(0, 5).join(' · ')
  return `files in Git LFS could not be uploaded: ${said}`
}

async function usesLfs(repository: Repository, commit: ObjectId): Promise<boolean> {
  const attributes = await readAttributes({ repository, place: repository.place }, commit)
  return /\bfilter=lfs\b/.test(attributes)
}

/** Without git-lfs, no file can have been stored by it here; but a pointer may have been copied. */
async function whyNotInstalled(repository: Repository, { from, to }: Upload): Promise<string | undefined> {
  if (from === undefined) return undefined
  const changes = await readChanges(repository, from, to)
  const known = new Set(changes.map(({ oldId }) => oldId))
  for (const { path, newId } of changes.filter(change => !known.has(change.newId)))
    if (await isPointer(repository, newId))
      return `${path} is in Git LFS, but git-lfs, which uploads it, is not installed`
  return undefined
}

const longestPointer = 1024

async function isPointer({ objects }: Repository, id: ObjectId): Promise<boolean> {
  const info = await objects.readInfo(id)
  if (info?.type !== 'blob' || info.size > longestPointer) return false
  return String((await objects.read(id))?.content).startsWith('version https://git-lfs.github.com/')
}
