import { randomBytes } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { writePlainFile } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import { userRange } from '../../sandbox/user/user-command.ts'
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
 * ones are machine code. The mode of the group is the most that an access list allows.
 */
const open = '( ! -uid 0 -o ! -perm -004 -o -perm /6022 -o -perm /111 -size -2048 )'.split(' ')

/** Duplicates a folder. */
export async function cloneFolder({ from, to, mode, copied }: FolderClone): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyTree(from, to, mode)
  if (mode === 'link-closed') await copyFiles(from, to, ['.', '-type', 'f', ...open])
  if (mode !== 'link' && platform() === 'linux') await dropPrivileges(to)
  if (mode === 'reflink' || mode === 'copy') return
  const unpacked = await findLastUnpacked(from)
  for (const path of copied.filter(entry => existsSync(join(from, entry)))) {
    if (!basename(path).startsWith('.')) await copyFiles(from, to, [`./${path}`, '-type', 'f', ...unpacked])
    else {
      await rm(join(to, path), { recursive: true, force: true })
      await copyTree(join(from, path), join(to, path), 'copy')
    }
  }
}

/**
 * Whether files can share blocks, tested by trial: file systems differ, and so do places on them.
 *
 * @param from How the path of a trial file begins: what a crash leaves is recognised by it.
 */
export async function canReflink(from: string, to: string): Promise<boolean> {
  if (platform() !== 'linux') return false
  const name = `reflink-${randomBytes(4).toString('hex')}`
  const [source, target] = [from + name, to + name]
  try {
    writePlainFile(source, 'x')
    await runCommandLine([requireProgram('cp'), '--reflink=always', '--', source, target], { env: {} })
    return true
  } catch {
    return false // not supported, or across file systems
  } finally {
    await Promise.all([source, target].map(path => rm(path, { force: true })))
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

/** What is newer than the last package that was unpacked, as tests of `find`: install scripts run later. */
async function findLastUnpacked(folder: string): Promise<readonly string[]> {
  const manifests = ['-mindepth', '2', '-maxdepth', '3', '-name', 'package.json', '!', '-path', './.*']
  const listing = await find(folder, ['.', ...manifests, '-type', 'f', '-printf', '%T@\\n'])
  const times = listing.split('\n').filter(time => time !== '')
  const last = times.sort((one, other) => Number.parseFloat(one) - Number.parseFloat(other)).at(-1)
  return last === undefined ? [] : ['-newermt', `@${last}`]
}

function find(directory: string, args: readonly string[]): Promise<string> {
  const command = [requireProgram('find'), ...args] as const
  return runCommandLine(command, { directory, env: {}, mostCharacters: 1 << 28 })
}

/** Deletes pipes, sockets and devices in a folder: those who share one can talk. */
export async function removeUnshareable(folder: string): Promise<void> {
  const plain = ['-type', 'f', '-o', '-type', 'd', '-o', '-type', 'l']
  if (platform() === 'linux') await find(folder, ['.', '!', '(', ...plain, ')', '-delete'])
}

/** Whether a folder has a hard link to a file that was not made by a user of a checkout. */
export async function hasForeignFiles(folder: string): Promise<boolean> {
  const made = ['-uid', `+${userRange.first - 1}`, '-uid', `-${userRange.last + 1}`]
  const foreign = ['-type', 'f', '-links', '+1', '!', '(', ...made, ')']
  return (await find(folder, ['.', ...foreign, '-printf', 'x', '-quit'])) !== ''
}

/** A program that starts as its owner would start as the harness's user: copies belong to that one. */
async function dropPrivileges(folder: string): Promise<void> {
  const change = ['-exec', requireProgram('chmod'), 'ug-s', '{}', '+']
  await find(folder, ['.', '-type', 'f', '-perm', '/6000', ...change])
}

/** Replaces links by copies of the files that `find` names: never as text, because names have any encoding. */
async function copyFiles(from: string, to: string, args: readonly string[]): Promise<void> {
  const options = ['-a', '--no-preserve=links', '--reflink=auto', '--remove-destination', '--parents']
  await find(from, [...args, '-exec', requireProgram('cp'), ...options, '-t', to, '--', '{}', '+'])
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
  // A copy belongs to the harness: where the sandbox is another user, its original is that user's. That one is given no hard links.
  const own = '--no-preserve=ownership,links'
  const options = {
    ...{ reflink: ['--reflink=always', own], copy: ['--reflink=auto', own] },
    ...{ link: ['--link'], 'link-closed': ['--link'] },
  }[mode]
  await runCommandLine([requireProgram('cp'), '-a', ...options, '-T', '--', from, to], { env: {} })
}
