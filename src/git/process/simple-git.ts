import { type SimpleGit, type SimpleGitOptions, simpleGit } from 'simple-git'
import { requireProgram } from '../../files/programs.ts'

/** simple-git on the harness's own git. */
export function openSimpleGit(folder: string, options: Partial<SimpleGitOptions> = {}): SimpleGit {
  const unsafe = { ...options.unsafe, allowUnsafeCustomBinary: true }
  return simpleGit({ ...options, baseDir: folder, binary: requireProgram('git'), unsafe })
}
