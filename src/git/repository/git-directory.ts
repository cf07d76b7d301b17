import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { removePlain, writePlainFile } from '../../files/plain-file.ts'
import type { GitSetting } from '../process/environment.ts'
import { quoteText, shareObjects } from './alternates.ts'
import type { Repository } from './open-repository.ts'

/** A git directory to create: it shares the repository's objects and nothing else. */
export interface GitDirectoryRequest {
  readonly repository: Repository
  readonly path: string
  /** The checked-out branch and its commit. */
  readonly head?: { readonly branch: string; readonly commit: string }
  /** More refs, in the format of `packed-refs`. */
  readonly packedRefs?: string
  readonly settings?: readonly GitSetting[]
  /** Patterns of files that are hidden from git. */
  readonly exclude?: string
  readonly attributes?: string
  /** Attributes with lower priority than those of commits. git finds them by {@link toGlobalAttributes}. */
  readonly globalAttributes?: string
}

/** Where a git directory keeps attributes with lower priority than those of commits. */
export function toGlobalAttributes(gitDirectory: string): string {
  return join(gitDirectory, 'info', 'global-attributes')
}

/**
 * Creates a separate git directory for an agent or for the harness: objects are shared with the repository (as alternates, so that
 * nothing done here can delete them), while refs, configuration, hooks and locks are not. The only place that creates git
 * directories for agents.
 */
export async function createGitDirectory(request: GitDirectoryRequest): Promise<void> {
  const { repository, path } = request
  removePlain(path)
  await mkdir(join(path, 'info'), { recursive: true })
  await mkdir(join(path, 'refs', 'heads'), { recursive: true })

  await shareObjects(repository.store.folder, join(path, 'objects'))
  writePlainFile(join(path, 'config'), toConfigText(repository, request.settings ?? []))
  writePlainFile(join(path, 'packed-refs'), toPackedRefs(request))
  writePlainFile(join(path, 'info', 'exclude'), request.exclude ?? '')
  if (request.attributes !== undefined) writePlainFile(join(path, 'info', 'attributes'), request.attributes)
  if (request.globalAttributes !== undefined)
    writePlainFile(toGlobalAttributes(path), request.globalAttributes)
  if (repository.shallowFile !== undefined) await copyFile(repository.shallowFile, join(path, 'shallow'))
  writePlainFile(join(path, 'HEAD'), `ref: refs/heads/${request.head?.branch ?? 'none'}\n`)
}

function toPackedRefs(request: GitDirectoryRequest): string {
  const own = request.head === undefined ? [] : [`${request.head.commit} refs/heads/${request.head.branch}`]
  const others = (request.packedRefs ?? '').split('\n').filter(line => line !== '')
  return [...own, ...others]
    .sort(byRefName)
    .map(line => `${line}\n`)
    .join('')
}

function byRefName(a: string, b: string): number {
  const left = a.slice(a.indexOf(' '))
  const right = b.slice(b.indexOf(' '))
  return left < right ? -1 : 1
}

function toConfigText(repository: Repository, settings: readonly GitSetting[]): string {
  const sha256 =
    repository.store.format === 'sha1' ? [] : [['extensions.objectFormat', repository.store.format] as const]
  const format: GitSetting = ['core.repositoryFormatVersion', sha256.length === 0 ? '0' : '1']
  return [format, ['core.bare', 'false'] as const, ...sha256, ...settings].map(toConfigLines).join('')
}

/** One setting in the syntax of git's configuration files. */
function toConfigLines([key, value]: GitSetting): string {
  const first = key.indexOf('.')
  const last = key.lastIndexOf('.')
  const section =
    first === last ? key.slice(0, first) : `${key.slice(0, first)} ${quoteText(key.slice(first + 1, last))}`
  return `[${section}]\n\t${key.slice(last + 1)} = ${quoteText(value)}\n`
}
