import { constants, existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
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
  /** Paths in the folder that are always copied, because tools change them in place. */
  readonly copied: readonly string[]
}

/** Duplicates a folder. */
export async function cloneFolder({ from, to, mode, copied }: FolderClone): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyTree(from, to, mode)
  if (mode !== 'link') return
  for (const path of copied.filter(entry => existsSync(join(from, entry)))) {
    await rm(join(to, path), { recursive: true, force: true })
    await copyTree(join(from, path), join(to, path), 'copy')
  }
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
  const options = { reflink: ['--reflink=always'], link: ['--link'], copy: ['--reflink=auto'] }[mode]
  await runCommandLine([requireProgram('cp'), '-a', ...options, '-T', '--', from, to], { env: {} })
}
