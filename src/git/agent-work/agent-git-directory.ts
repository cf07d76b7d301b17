import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isFolder, readPlainText, sizeOfPlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { Worktree } from '../worktree/worktree.ts'

/**
 * Git directories in which an agent may have committed: the one it was given, and one that replaced the file `.git`. A directory
 * neither in the worktree nor beside it survives the worktree.
 */
export async function findGitDirectories(worktree: Worktree): Promise<string[]> {
  const foreign = await tryFindForeign(worktree)
  return [worktree.gitDirectory, ...(foreign === undefined ? [] : [foreign])].filter(isFolder)
}

/**
 * The git directory that the `.git` of a folder leads to; undefined if it is the agent's own, or neither in the worktree nor beside
 * it.
 */
export async function tryFindForeign(
  { path, gitDirectory }: Pick<Worktree, 'path' | 'gitDirectory'>,
  root = path,
): Promise<string | undefined> {
  const link = join(path, '.git')
  const target = /^gitdir: (.+)$/m.exec(readPlainText(link))?.[1]
  const place = await realpath(target === undefined ? link : resolve(path, target)).catch(() => undefined)
  if (place === undefined || place === (await realpath(gitDirectory).catch(() => gitDirectory)))
    return undefined
  const owned = await Promise.all(
    [root, dirname(gitDirectory)].map(folder => realpath(folder).catch(() => folder)),
  )
  return owned.some(folder => place.startsWith(`${folder}/`)) ? place : undefined
}

/** Folders of a git directory besides refs, reflogs and files such as ORIG_HEAD or `rebase-merge/autostash`. */
const otherFolders = ['objects', 'hooks', 'info', 'lfs', 'modules']

/** The ids that a git directory names. */
export interface NamedIds {
  readonly ids: ReadonlySet<ObjectId>
  /** Whether the list is incomplete because of a limit or an unreadable folder. */
  readonly isMore: boolean
}

const mostIds = 200_000
const mostFiles = 50_000
/** A file with holes takes no space, but time to read. */
const mostBytes = 1 << 26

/** Every id that a git directory names: in refs, packed or not, in reflogs, and in unfinished operations. */
export async function listNamedIds(gitDirectory: string): Promise<NamedIds> {
  const ids = new Set<ObjectId>()
  let [files, bytes] = [0, 0]
  try {
    for await (const path of listFiles(gitDirectory, otherFolders)) {
      bytes += sizeOfPlainFile(path)
      if (++files > mostFiles || bytes > mostBytes) return { ids, isMore: true }
      for (const id of toIds(readPlainText(path))) ids.add(id)
      if (ids.size > mostIds) return { ids, isMore: true }
    }
    return { ids, isMore: false }
  } catch {
    return { ids, isMore: true } // an unreadable folder, or a path that is too long
  }
}

async function* listFiles(folder: string, except: readonly string[]): AsyncGenerator<string> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) {
    if (except.includes(entry.name) || entry.name === 'index') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* listFiles(path, [])
    else yield path
  }
}

/** The ids in a text: one in a ref, one before the name in a packed ref, two in a line of a reflog. */
export function toIds(text: string): ObjectId[] {
  const words = text.split('\n').flatMap(line => line.replace(/^\^/, '').split(/\s+/, 2))
  return words.filter(word => isId(word) && !/^0+$/.test(word))
}

/**
 * The commit that a git directory has checked out, read without running git there; undefined if unknown.
 *
 * @param worktreeName Reads the HEAD of this linked worktree instead of its own.
 */
export function readHead(gitDirectory: string, worktreeName?: string): ObjectId | undefined {
  const read = (path: string) => readPlainText(join(gitDirectory, path))
  const head = read(worktreeName === undefined ? 'HEAD' : join('worktrees', worktreeName, 'HEAD')).trim()
  if (isId(head)) return head
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1]
  if (ref === undefined || ref.includes('..')) return undefined
  const loose = read(ref).trim()
  if (isId(loose)) return loose
  const line = read('packed-refs')
    .split('\n')
    .find(entry => entry.endsWith(` ${ref}`))
  return line?.split(' ')[0]
}

function isId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
