import { constants, existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { requireProgram } from '../../files/programs.ts'
import { runCommandLine } from '../databases/run-program.ts'

/** How to duplicate the files of a folder. */
export type CloneMode =
  /** Files share blocks until one of them is changed. */
  | 'reflink'
  /** Hard links: a change in place affects both. */
  | 'link'
  /** Hard links to files of root that other users can read but not change; copies of all others. */
  | 'link-closed'
  | 'copy'

export interface FolderClone {
  readonly from: string
  readonly to: string
  readonly mode: CloneMode
  /** Paths in the folder that tools change in place: caches (names with a leading dot), and packages that build something. */
  readonly copied: readonly string[]
}

/**
 * What the user of a checkout may have to change, or must not get from root. Tools set the mode of scripts that they can start; large
 * ones are machine code.
 */
const open = '( ! -uid 0 -o ! -perm -004 -o -perm /6002 -o -perm /111 -size -2048 )'.split(' ')
/** The length of a command is limited. */
const mostAtOnce = 500

/** Duplicates a folder. */
export async function cloneFolder({ from, to, mode, copied }: FolderClone): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyTree(from, to, mode)
  if (mode === 'link-closed') await copyFiles(from, to, ['.', '-type', 'f', ...open])
  if (mode !== 'link' && platform() === 'linux') await dropPrivileges(to)
  if (mode === 'reflink' || mode === 'copy') return
  const unpacked = await findLastUnpacked(from)
  for (const path of copied.filter(entry => existsSync(join(from, entry)))) {
    if (!basename(path).startsWith('.'))
      await copyFiles(from, to, [`./${path}`, '-type', 'f', ...(unpacked && ['-newer', unpacked])])
    else {
      await rm(join(to, path), { recursive: true, force: true })
      await copyTree(join(from, path), join(to, path), 'copy')
    }
  }
}

/** Moves a folder, also to another file system. */
export async function moveFolder(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyTree(from, to, 'copy')
    await rm(from, { recursive: true, force: true })
  }
}

/** The last package that was unpacked. Install scripts run later, so that what they write is newer. */
async function findLastUnpacked(folder: string): Promise<string> {
  const manifests = ['-mindepth', '2', '-maxdepth', '3', '-name', 'package.json', '!', '-path', './.*']
  const found = await find(folder, ['.', ...manifests, '-type', 'f', '-printf', '%T@ %p\\0'])
  const last = found.sort((one, other) => Number.parseFloat(one) - Number.parseFloat(other)).at(-1)
  return last?.slice(last.indexOf(' ') + 1) ?? ''
}

async function find(directory: string, args: readonly string[]): Promise<string[]> {
  const command = [requireProgram('find'), ...args] as const
  const listing = await runCommandLine(command, { directory, env: {}, mostCharacters: 1 << 28 })
  return listing.split('\0').filter(file => file !== '')
}

/** A program that starts as its owner would start as the harness's user: copies belong to that one. */
async function dropPrivileges(folder: string): Promise<void> {
  const change = ['-exec', requireProgram('chmod'), 'ug-s', '{}', '+']
  await find(folder, ['.', '-type', 'f', '-perm', '/6000', ...change])
}

/** Replaces links by copies of the files that `find` names. */
async function copyFiles(from: string, to: string, args: readonly string[]): Promise<void> {
  const files = await find(from, [...args, '-print0'])
  const copy = [
    requireProgram('cp'),
    '-a',
    '--reflink=auto',
    '--remove-destination',
    '--parents',
    '-t',
    to,
    '--',
  ]
  for (let done = 0; done < files.length; done += mostAtOnce)
    await runCommandLine([...copy, ...files.slice(done, done + mostAtOnce)], { directory: from, env: {} })
}

/** `cp` is much faster than Node, and does not block supervising agents. */
async function copyTree(from: string, to: string, mode: CloneMode): Promise<void> {
  if (platform() !== 'linux')
    return cp(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      mode: constants.COPYFILE_FICLONE,
    })
  // A copy belongs to the harness: where the sandbox is another user, its original is that user's.
  const own = '--no-preserve=ownership'
  const options = {
    ...{ reflink: ['--reflink=always', own], copy: ['--reflink=auto', own] },
    ...{ link: ['--link'], 'link-closed': ['--link'] },
  }[mode]
  await runCommandLine([requireProgram('cp'), '-a', ...options, '-T', '--', from, to], { env: {} })
}
