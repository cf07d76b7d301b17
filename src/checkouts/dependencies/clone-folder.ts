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
  | 'copy'

export interface FolderClone {
  readonly from: string
  readonly to: string
  readonly mode: CloneMode
  /** Paths in the folder that tools change in place: caches (names with a leading dot), and packages that build something. */
  readonly copied: readonly string[]
}

/** npm gives all files of a package this year. What an install script wrote is newer. */
const unpackedBefore = '1990-01-01'
/** The length of a command is limited. */
const mostAtOnce = 500

/** Duplicates a folder. */
export async function cloneFolder({ from, to, mode, copied }: FolderClone): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyTree(from, to, mode)
  if (mode !== 'link') return
  for (const path of copied.filter(entry => existsSync(join(from, entry)))) {
    if (!basename(path).startsWith('.')) await copyBuilt(from, to, path)
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

/** Copies the files of a package that its install script wrote. */
async function copyBuilt(from: string, to: string, path: string): Promise<void> {
  const find = [requireProgram('find'), `./${path}`, '-type', 'f', '-newermt', unpackedBefore, '-print0']
  const listing = await runCommandLine(find, { directory: from, env: {}, mostCharacters: 1 << 28 })
  const files = listing.split('\0').filter(file => file !== '')
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
  const options = { reflink: ['--reflink=always', own], link: ['--link'], copy: ['--reflink=auto', own] }[
    mode
  ]
  await runCommandLine([requireProgram('cp'), '-a', ...options, '-T', '--', from, to], { env: {} })
}
