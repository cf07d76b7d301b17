import { delimiter } from 'node:path'
import { findInFolders } from '../files/programs.ts'
import type { Environment } from '../model/plan.ts'

/** Whether a program is in the PATH of an environment. */
export function isInPath(program: string, env: Environment): boolean {
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return findInFolders(program, folders).length > 0
}
