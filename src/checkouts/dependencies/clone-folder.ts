import { constants, existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { requireProgram } from '../../files/programs.ts'
import { runCommand } from '../databases/run-program.ts'

/** How the files of a folder get a second place. */
export type CloneMode =
  /** They share their blocks until one of them is changed. */
  | 'reflink'
  /** They are the same files: what changes one in its place changes the other. */
  | 'link'
  | 'copy'

export interface FolderClone {
  readonly from: string
  readonly to: string
  readonly mode: CloneMode
  /** Paths in the folder that are copied in any case, because tools change them in their place. */
  readonly copied: readonly string[]
}

/** Gives a folder a second place. */
export async function cloneFolder({ from, to, mode, copied }: FolderClone): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyTree(from, to, mode)
  if (mode !== 'link') return
  for (const path of copied.filter(entry => existsSync(join(from, entry)))) {
    await rm(join(to, path), { recursive: true, force: true })
    await copyTree(join(from, path), join(to, path), 'copy')
  }
}

/** The program `cp` is much faster than we are, and does not keep us from watching agents. */
async function copyTree(from: string, to: string, mode: CloneMode): Promise<void> {
  if (platform() !== 'linux')
    return cp(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      mode: constants.COPYFILE_FICLONE,
    })
  const options = { reflink: ['--reflink=always'], link: ['--link'], copy: ['--reflink=auto'] }[mode]
  await runCommand([requireProgram('cp'), '-a', ...options, '-T', '--', from, to], { env: {} })
}
